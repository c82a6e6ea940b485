"""Process of the benchmark: scikit-learn's CountVectorizer."""
import json
import sys

from print_top import print_top
from sklearn.feature_extraction.text import CountVectorizer

path, stop_path = sys.argv[1:3]
stop = json.load(open(stop_path, encoding="utf-8"))
with open(path, encoding="utf-8") as lines:
    texts = (json.loads(line)["text"] for line in lines)
    vectorizer = CountVectorizer(token_pattern=r"[^\W\d_]+", stop_words=stop)
    matrix = vectorizer.fit_transform(texts)
counts = matrix.sum(axis=0).A1
words = vectorizer.get_feature_names_out()
order = sorted(range(len(words)), key=lambda i: (-counts[i], words[i]))[:100]
print_top([(words[i], int(counts[i])) for i in order])
