"""Process of the benchmark: Python's Counter over the matches of a regular expression."""
import collections
import json
import re
import sys

from print_top import print_top

path, stop_path = sys.argv[1:3]
stop = set(json.load(open(stop_path, encoding="utf-8")))
word = re.compile(r"[^\W\d_]+")
counts = collections.Counter()
with open(path, encoding="utf-8") as lines:
    for line in lines:
        counts.update(word.findall(json.loads(line)["text"].lower()))
for word in stop:
    counts.pop(word, None)
print_top(sorted(counts.items(), key=lambda row: (-row[1], row[0]))[:100])
