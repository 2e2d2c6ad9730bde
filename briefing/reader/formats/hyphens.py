"""Words that a printer broke at the end of a line, put together again where that is safe."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,40})([-\u00ad])\n([^\W\d_]{1,40})(?![^\W\d_])")


def mended(text: str) -> str:
    """Return a text with its broken words whole, if it has them whole elsewhere.

    Nobody else can tell "inter-national" from "cross-border": where the text does not tell, the
    line stays broken.
    """
    if not _BROKEN.search(text):
        return text
    whole = {word.casefold() for word in _WORD.findall(text)}

    def mend(broken: re.Match[str]) -> str:
        begun, hyphen, rest = broken.groups()
        if hyphen == "\u00ad" or (begun + rest).casefold() in whole:
            return begun + rest
        return f"{begun}-{rest}" if f"{begun}-{rest}".casefold() in whole else broken[0]

    return _BROKEN.sub(mend, text)
