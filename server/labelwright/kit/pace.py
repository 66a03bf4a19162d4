"""How much to do in one go, so that it takes about the same time on any machine."""

_MOST = 5000


class Pace:
    """`size` grows while what it stands for is quick, and shrinks when it is slow: never to where beginning and ending cost more than the work."""

    def __init__(self, size: int, seconds: float) -> None:
        self.size, self._wanted = size, seconds
        self._least = max(1, size // 4)

    def took(self, seconds: float) -> None:
        factor = self._wanted / max(seconds, 1e-6)
        self.size = max(self._least, min(_MOST, int(self.size * min(1.5, max(0.25, factor)))))
