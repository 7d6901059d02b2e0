"""A ray tracer with operator-overloading vectors: spheres over a chequered floor, shadows and reflections.

The picture is printed as characters, with a checksum of all brightnesses.
"""

import math
import sys


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    __rmul__ = __mul__

    def __neg__(self):
        return Vector(-self.x, -self.y, -self.z)

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def __abs__(self):
        return math.sqrt(self @ self)

    def unit(self):
        return self * (1.0 / abs(self))

    def mirrored(self, normal):
        return self - normal * (2.0 * (self @ normal))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction

    def at(self, distance):
        return self.origin + self.direction * distance


class Surface:
    def __init__(self, brightness, mirror):
        self.brightness = brightness
        self.mirror = mirror

    def brightness_at(self, point):
        return self.brightness


class Chequered(Surface):
    def brightness_at(self, point):
        even = (math.floor(point.x) + math.floor(point.z)) % 2 == 0
        return self.brightness if even else 0.2 * self.brightness


class Sphere:
    def __init__(self, centre, radius, surface):
        self.centre = centre
        self.radius = radius
        self.surface = surface

    def distance(self, ray):
        to_centre = self.centre - ray.origin
        along = to_centre @ ray.direction
        inside = self.radius**2 - (to_centre @ to_centre - along * along)
        if inside < 0.0:
            return None
        distance = along - math.sqrt(inside)
        return distance if distance > 1e-6 else None

    def normal(self, point):
        return (point - self.centre).unit()


class Floor:
    def __init__(self, height, surface):
        self.height = height
        self.surface = surface

    def distance(self, ray):
        if ray.direction.y > -1e-9:
            return None
        distance = (self.height - ray.origin.y) / ray.direction.y
        return distance if distance > 1e-6 else None

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)


class Scene:
    def __init__(self, things, light):
        self.things = things
        self.light = light

    def first_hit(self, ray):
        nearest, hit = math.inf, None
        for thing in self.things:
            distance = thing.distance(ray)
            if distance is not None and distance < nearest:
                nearest, hit = distance, thing
        return nearest, hit

    def brightness(self, ray, depth=3):
        distance, thing = self.first_hit(ray)
        if thing is None:
            return 0.3 + 0.3 * max(0.0, ray.direction.y)
        point = ray.at(distance)
        normal = thing.normal(point)
        surface = thing.surface
        to_light = (self.light - point).unit()
        in_shadow = self.first_hit(Ray(point + 1e-4 * normal, to_light))[1] is not None
        lit = 0.0 if in_shadow else max(0.0, normal @ to_light)
        own = surface.brightness_at(point) * (0.15 + 0.85 * lit)
        if surface.mirror == 0.0 or depth == 0:
            return own
        reflected = Ray(point + normal * 1e-4, ray.direction.mirrored(normal))
        return own * (1.0 - surface.mirror) + surface.mirror * self.brightness(reflected, depth - 1)


SHADES = " .:-=+*#%@"


def main(width):
    height = width // 2
    scene = Scene(
        [
            Sphere(Vector(0.0, 0.0, 0.0), 1.0, Surface(0.9, 0.3)),
            Sphere(Vector(-1.6, -0.3, -0.6), 0.7, Surface(0.6, 0.1)),
            Sphere(Vector(1.5, -0.4, -0.8), 0.6, Surface(1.0, 0.6)),
            Floor(-1.0, Chequered(0.8, 0.2)),
        ],
        Vector(-4.0, 6.0, -5.0),
    )
    eye = Vector(0.0, 0.4, -4.5)
    total = 0.0
    for row in range(height):
        line = ""
        for column in range(width):
            target = Vector((column + 0.5) / width * 4.0 - 2.0, 1.0 - (row + 0.5) / height * 2.0, -2.0)
            brightness = min(1.0, scene.brightness(Ray(eye, (target - eye).unit())))
            total += brightness
            line += SHADES[int(brightness * (len(SHADES) - 1) + 0.5)]
        print(line.rstrip())
    print(f"mean brightness {total / (width * height):.12f}")


main(int(sys.argv[1]) if len(sys.argv) > 1 else 150)
