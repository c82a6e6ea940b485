# What nbgrader needs to know of TypeScript notebooks; `npm run student -- --course DIR` copies it into the course.
c = get_config()  # noqa: F821 (nbgrader defines it)

c.CourseDirectory.course_id = "clicks-to-streets"
c.CourseDirectory.source_directory = "source"

# The same two lines stand in make-student-version.ts.
c.ClearSolutions.code_stub = {
    "typescript": "// YOUR CODE HERE\n"
    'throw new Error("No answer yet: write yours in place of these two lines and run the cell again.");'
}
c.ClearSolutions.begin_solution_delimeter = "// BEGIN SOLUTION"
c.ClearSolutions.end_solution_delimeter = "// END SOLUTION"
c.ClearHiddenTests.begin_test_delimeter = "// BEGIN HIDDEN TESTS"
c.ClearHiddenTests.end_test_delimeter = "// END HIDDEN TESTS"

# Seconds a cell may take: the first one that opens the teaching corpus on a machine generates it.
c.Execute.timeout = 300
