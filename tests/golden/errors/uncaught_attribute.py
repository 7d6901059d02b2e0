"""An attribute that nothing is near to."""


class Robot:
    def __init__(self):
        self.x = 1


def act(robot):
    robot.zzz_not_there_at_all()


act(Robot())
