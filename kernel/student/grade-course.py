"""Release every assignment of an nbgrader course, grade what was handed in, and print the scores.

usage: python grade-course.py      in the course's folder, beside nbgrader_config.py
Prints one JSON object: [{assignment, student, score, max_score, cells: {grade_id: {score, message}}}].
"""

import json
import sys
from pathlib import Path

from nbgrader.apps import NbGraderAPI
from nbgrader.apps.nbgraderapp import NbGraderApp
from nbgrader.api import Gradebook

app = NbGraderApp()
app.load_config_file()
api = NbGraderAPI(config=app.config)


def done(result, what):
    if not result["success"]:
        sys.exit(f"{what}: needed success, found {result.get('error') or result.get('log')}")


for source in sorted(Path("source").iterdir()):
    done(api.generate_assignment(source.name), f"generate_assignment {source.name}")

for student in sorted(Path("submitted").iterdir()) if Path("submitted").exists() else []:
    for assignment in sorted(student.iterdir()):
        done(api.autograde(assignment.name, student.name), f"autograde {assignment.name} of {student.name}")


def messages(student, assignment):
    path = Path("autograded", student, assignment, f"{assignment}.ipynb")
    for cell in json.loads(path.read_text())["cells"]:
        for output in cell.get("outputs", []):
            if output["output_type"] == "error":
                yield cell["metadata"].get("nbgrader", {}).get("grade_id"), output["evalue"]


grades = []
with Gradebook(f"sqlite:///{Path('gradebook.db').absolute()}") as book:
    for assignment in book.assignments:
        for submission in assignment.submissions:
            said = dict(messages(submission.student.id, assignment.name))
            cells = {
                grade.name: {"score": grade.score, "message": said.get(grade.name)}
                for notebook in submission.notebooks
                for grade in notebook.grades
            }
            scores = {"score": submission.score, "max_score": submission.max_score}
            grades.append({"assignment": assignment.name, "student": submission.student.id, **scores, "cells": cells})
print(json.dumps(grades))
