import hashlib
import json
import resource


def print_top(rows):
    """Print the hash of the hundred words with their counts, and the use of the machine."""
    text = "".join(f"{word}\t{count}\n" for word, count in rows)
    use = resource.getrusage(resource.RUSAGE_SELF)
    found = {"hash": hashlib.sha1(text.encode()).hexdigest(), "rows": len(rows), "first": rows[:1]}
    print(json.dumps({**found, "peakMb": round(use.ru_maxrss / 1000), "cpuSeconds": use.ru_utime + use.ru_stime}))
