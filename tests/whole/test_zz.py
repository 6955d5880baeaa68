import time
def test_a(reachable, app):
    for n, a in reachable.items(): print(n, a)
