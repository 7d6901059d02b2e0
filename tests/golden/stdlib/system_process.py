"""subprocess, sockets, select, signal."""
import subprocess, socket, select, signal, sys, os

r = subprocess.run(["sh", "-c", "echo out; echo err >&2; exit 3"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
print(r.returncode, r.stdout, r.stderr)
print(subprocess.check_output(["cat"], input=b"piped"), subprocess.call(["true"]), subprocess.run("echo $X", shell=True, env={"X": "v"}, capture_output=True).stdout)
p = subprocess.Popen(["sleep", "10"]); p.terminate(); print(p.wait(), p.poll())
for f in (lambda: subprocess.run(["/nope/nope"]), lambda: subprocess.run(["false"], check=True), lambda: subprocess.check_output(["sh", "-c", "exit 2"])):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
a, b = socket.socketpair()
a.sendall(b"ping"); print(b.recv(10), select.select([a, b], [a], [], 0)[0], len(select.select([], [a], [], 0)[1]))
b.setblocking(False)
try:
    b.recv(1)
except BlockingIOError as e:
    print(e.errno == 11)
a.close(); b.close()
server = socket.socket(); server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); server.bind(("127.0.0.1", 0)); server.listen()
client = socket.create_connection(server.getsockname()); conn, addr = server.accept()
client.sendall(b"over tcp"); client.shutdown(socket.SHUT_WR); print(conn.recv(100), conn.recv(1), addr == client.getsockname()); conn.close(); client.close(); server.close()
seen = []
signal.signal(signal.SIGUSR1, lambda n, f: seen.append(n)); signal.raise_signal(signal.SIGUSR1); print(seen == [signal.SIGUSR1], signal.Signals(2).name, signal.getsignal(signal.SIGTERM), signal.strsignal(15))
