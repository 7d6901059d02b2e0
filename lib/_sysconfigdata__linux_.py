"""What `sysconfig` knows of the build."""

build_time_vars = {
    "TZPATH": "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo",
    "VERSION": "3.14",
    "py_version_short": "3.14",
    "prefix": "/usr",
    "exec_prefix": "/usr",
    "EXT_SUFFIX": ".pyfast-314.so",
    "SOABI": "pyfast-314",
    "Py_GIL_DISABLED": 0,
    "Py_DEBUG": 0,
}
