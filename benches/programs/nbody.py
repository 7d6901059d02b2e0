"""Planets around the sun, stepped with a symplectic integrator."""

import math
import sys

SOLAR_MASS = 4 * math.pi ** 2
DAYS_PER_YEAR = 365.24


class Body:
    def __init__(self, name, position, velocity, mass):
        self.name = name
        self.x, self.y, self.z = position
        self.vx, self.vy, self.vz = (v * DAYS_PER_YEAR for v in velocity)
        self.mass = mass * SOLAR_MASS

    def __repr__(self):
        return f"<{self.name} at ({self.x:.6f}, {self.y:.6f}, {self.z:.6f})>"


def make_bodies():
    return [
        Body("sun", (0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 1.0),
        Body("jupiter",
             (4.84143144246472090, -1.16032004402742839, -0.103622044471123109),
             (0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023),
             9.54791938424326609e-04),
        Body("saturn",
             (8.34336671824457987, 4.12479856412430479, -0.403523417114321381),
             (-0.00276742510726411195, 0.00499852801234917238, 0.0000230417297573763929),
             2.85885980666130812e-04),
        Body("uranus",
             (12.8943695621391310, -15.1111514016986312, -0.223307578892655734),
             (0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556),
             4.36624404335156298e-05),
        Body("neptune",
             (15.3796971148509165, -25.9193146099879641, 0.179258772950371181),
             (0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870),
             5.15138902046611451e-05),
    ]


def offset_momentum(bodies):
    px = py = pz = 0.0
    for body in bodies:
        px += body.vx * body.mass
        py += body.vy * body.mass
        pz += body.vz * body.mass
    sun = bodies[0]
    sun.vx = -px / sun.mass
    sun.vy = -py / sun.mass
    sun.vz = -pz / sun.mass


def all_pairs(items):
    return [(a, b) for i, a in enumerate(items) for b in items[i + 1:]]


def energy(bodies, pairs):
    total = 0.0
    for body in bodies:
        total += 0.5 * body.mass * (body.vx ** 2 + body.vy ** 2 + body.vz ** 2)
    for a, b in pairs:
        dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
        total -= a.mass * b.mass / math.sqrt(dx * dx + dy * dy + dz * dz)
    return total


def advance(bodies, pairs, dt, steps):
    for _ in range(steps):
        for a, b in pairs:
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            square = dx * dx + dy * dy + dz * dz
            mag = dt / (square * math.sqrt(square))
            pull_a = a.mass * mag
            pull_b = b.mass * mag
            a.vx -= dx * pull_b
            a.vy -= dy * pull_b
            a.vz -= dz * pull_b
            b.vx += dx * pull_a
            b.vy += dy * pull_a
            b.vz += dz * pull_a
        for body in bodies:
            body.x += dt * body.vx
            body.y += dt * body.vy
            body.z += dt * body.vz


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    bodies = make_bodies()
    pairs = all_pairs(bodies)
    offset_momentum(bodies)
    print(f"{energy(bodies, pairs):.9f}")
    advance(bodies, pairs, 0.01, steps)
    print(f"{energy(bodies, pairs):.9f}")
    for body in bodies:
        print(body)


if __name__ == "__main__":
    main()
