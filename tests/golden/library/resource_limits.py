import resource
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (100, hard))
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
print(resource.getrlimit(resource.RLIMIT_NOFILE) == (soft, hard))
usage = resource.getrusage(resource.RUSAGE_SELF)
print(len(usage), usage.ru_maxrss > 0, usage.ru_utime >= 0, resource.RLIM_INFINITY)
for bad in (lambda: resource.getrlimit(99), lambda: resource.setrlimit(resource.RLIMIT_CORE, (1,)), lambda: resource.getrusage(55)):
    try: bad()
    except ValueError as error: print(error)
