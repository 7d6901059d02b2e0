import subprocess, sys
print(subprocess.run(["echo", "hi"], capture_output=True, text=True).stdout, subprocess.check_output("printf a; exit 0", shell=True), subprocess.call(["false"]), subprocess.run(["cat"], input=b"in", stdout=subprocess.PIPE).stdout)
for make in (lambda: subprocess.run(["false"], check=True), lambda: subprocess.run(["no-such-program-here"]), lambda: subprocess.run(["sleep", "5"], timeout=0.05)):
    try: make()
    except (subprocess.CalledProcessError, FileNotFoundError, subprocess.TimeoutExpired) as error: print(type(error).__name__)
p = subprocess.Popen(["sh", "-c", "read x; echo got $x; echo err >&2; exit 3"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
print(p.communicate("line\n"), p.returncode, p.poll(), subprocess.getstatusoutput("exit 2"), subprocess.run("echo $A", shell=True, env={"A": "env"}, capture_output=True).stdout)
