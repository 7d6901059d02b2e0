"""An incremental constraint solver: one-way constraints of several strengths over a graph of variables.

Adding a constraint may revoke a weaker one, which then looks for another way to be satisfied; a plan is the list of the methods
to run, in order, when an input changes. The hierarchy of classes makes every call in the inner loops polymorphic.
"""

import sys

REQUIRED, PREFERRED, DEFAULT, WEAKEST = range(4)
NAMES = ("required", "preferred", "default", "weakest")


class Variable:
    """A value, the constraints that mention it, and the one that determines it now."""

    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.strength = WEAKEST
        self.mark = 0
        self.stays = True

    def __repr__(self):
        return f"{self.name}={self.value}"


class Constraint:
    """Holds between `variables`; when satisfied it computes `output` from the others."""

    def __init__(self, strength, *variables):
        self.strength = strength
        self.variables = variables
        self.output = None

    def is_satisfied(self):
        return self.output is not None

    def outputs(self):
        """The variables that this constraint is able to compute."""
        return self.variables

    def inputs(self):
        return [v for v in self.variables if v is not self.output]

    def choose_output(self, mark):
        """Takes the weakest variable that is not decided yet, if it is weaker than this."""
        best = None
        for variable in self.outputs():
            if variable.mark != mark and variable.strength > self.strength:
                if best is None or variable.strength > best.strength:
                    best = variable
        self.output = best
        return best is not None

    def recalculate(self):
        output = self.output
        strength = self.strength
        stays = not self.is_input()
        for variable in self.inputs():
            if variable.strength > strength:
                strength = variable.strength
            stays = stays and variable.stays
        output.strength = strength
        output.stays = stays
        if stays:
            self.execute()

    def is_input(self):
        return False

    def execute(self):
        raise NotImplementedError


class Stay(Constraint):
    """Keeps a variable as it is."""

    def execute(self):
        pass


class Edit(Constraint):
    """Marks a variable that is about to be changed from outside."""

    def is_input(self):
        return True

    def execute(self):
        pass


class Equal(Constraint):
    def execute(self):
        a, b = self.variables
        if self.output is a:
            a.value = b.value
        else:
            b.value = a.value


class Scale(Constraint):
    """`result = source * factor + offset`; factor and offset are never computed."""

    def outputs(self):
        return self.variables[:2]

    def execute(self):
        source, result, factor, offset = self.variables
        if self.output is result:
            result.value = source.value * factor.value + offset.value
        else:
            source.value = (result.value - offset.value) // factor.value


class Planner:
    def __init__(self):
        self.mark = 0
        self.revoked = 0

    def new_mark(self):
        self.mark += 1
        return self.mark

    def add(self, constraint):
        for variable in constraint.variables:
            variable.constraints.append(constraint)
        mark = self.new_mark()
        overridden = self.satisfy(constraint, mark)
        while overridden is not None:
            self.revoked += 1
            overridden = self.satisfy(overridden, mark)

    def satisfy(self, constraint, mark):
        if not constraint.choose_output(mark):
            if constraint.strength == REQUIRED:
                raise RuntimeError("could not satisfy a required constraint")
            return None
        for variable in constraint.inputs():
            variable.mark = mark
        output = constraint.output
        overridden = output.determined_by
        if overridden is not None:
            overridden.output = None
        output.determined_by = constraint
        self.propagate(constraint, mark)
        output.mark = mark
        return overridden

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            each = todo.pop()
            if each.output.mark == mark:
                raise RuntimeError("cycle")
            each.recalculate()
            todo.extend(self.consumers(each.output))

    def consumers(self, variable):
        return [c for c in variable.constraints if c.is_satisfied() and c is not variable.determined_by]

    def remove(self, constraint):
        output = constraint.output
        constraint.output = None
        for variable in constraint.variables:
            variable.constraints.remove(constraint)
        if output is None:
            return
        output.determined_by = None
        output.strength = WEAKEST
        output.stays = True
        unsatisfied = []
        todo = [output]
        while todo:
            variable = todo.pop()
            unsatisfied += [c for c in variable.constraints if not c.is_satisfied()]
            for consumer in self.consumers(variable):
                consumer.recalculate()
                todo.append(consumer.output)
        for each in sorted(unsatisfied, key=lambda c: c.strength):
            self.add_again(each)

    def add_again(self, constraint):
        mark = self.new_mark()
        overridden = self.satisfy(constraint, mark)
        while overridden is not None:
            overridden = self.satisfy(overridden, mark)

    def plan(self, inputs):
        """The constraints to execute, in order, after the outputs of `inputs` changed."""
        mark = self.new_mark()
        todo = [c for c in inputs if c.is_input() and c.is_satisfied()]
        plan = []
        while todo:
            constraint = todo.pop()
            output = constraint.output
            if output.mark != mark and all(self.is_known(v, mark) for v in constraint.inputs()):
                plan.append(constraint)
                output.mark = mark
                todo.extend(self.consumers(output))
        return plan

    def is_known(self, variable, mark):
        return variable.mark == mark or variable.stays or variable.determined_by is None


def change(planner, variable, values):
    edit = Edit(PREFERRED, variable)
    planner.add(edit)
    plan = planner.plan([edit])
    for value in values:
        variable.value = value
        for constraint in plan:
            constraint.execute()
    planner.remove(edit)
    return len(plan)


def chain(n):
    planner = Planner()
    variables = [Variable(f"v{i}") for i in range(n + 1)]
    for a, b in zip(variables, variables[1:]):
        planner.add(Equal(REQUIRED, a, b))
    planner.add(Stay(DEFAULT, variables[-1]))
    length = change(planner, variables[0], range(60))
    print(f"chain of {n}: plan {length}, last {variables[-1]}, revoked {planner.revoked}")


def projection(n):
    planner = Planner()
    factor, offset = Variable("factor", 10), Variable("offset", 1000)
    pairs = []
    for i in range(n):
        source, result = Variable(f"s{i}", i), Variable(f"r{i}", i)
        planner.add(Stay(DEFAULT, source))
        planner.add(Scale(REQUIRED, source, result, factor, offset))
        pairs.append((source, result))
    print("forwards:", change(planner, pairs[3][0], [17]), pairs[3])
    print("backwards:", change(planner, pairs[5][1], [1050]), pairs[5])
    print("factor:", change(planner, factor, range(1, 6)), sum(r.value for _, r in pairs))
    print("offset:", change(planner, offset, range(2000, 2005)), sum(r.value for _, r in pairs))
    strengths = [0] * 4
    for pair in pairs:
        for variable in pair:
            strengths[variable.strength] += 1
    print(", ".join(f"{count} {name}" for name, count in zip(NAMES, strengths) if count))


def main(n):
    for _ in range(3):
        chain(n)
        projection(n)
    planner = Planner()
    x = Variable("x")
    planner.add(Stay(REQUIRED, x))
    try:
        planner.add(Edit(REQUIRED, x))
    except RuntimeError as error:
        print("refused:", error)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
