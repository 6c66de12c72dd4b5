"""A folding key for Arabic names written in Latin (or Cyrillic) letters.

One name has dozens of transliterations: Deir ez-Zor, Dayr az-Zawr, Deirezzor. They agree in their consonants, once
digraphs are one letter and doubles are single, and nearly agree in their vowels. So a name is a *skeleton* (its
consonants, the key of the index) and *slots* (one vowel class before, between and after them): `u` for a run with o, u
or w, `i` for one with e, i or y, `a` for other vowels, empty for none. Two spellings are one name if the skeletons are
equal and the slots differ by less than the skeleton's length allows: short names tolerate nothing, long ones a few.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ALWAYS_ARTICLES = frozenset({"al", "el"})
ARTICLES = _ALWAYS_ARTICLES | {
    *("ul", "il", "as", "ash", "ar", "az", "an", "at", "ad", "ath", "adh", "ez", "es", "esh", "ech", "er", "ed", "en"),
    *("et", "eth", "edh", "us", "ush", "ur", "uz", "un", "ut", "ud"),
}
"""The Arabic article in its assimilated forms; `al` and `el` are read as such everywhere, others where they fit."""
_LONE_ARTICLES = frozenset({"e", "l", "z", "a"})

_SPECIAL = str.maketrans(
    {"ş": "sh", "š": "sh", "ç": "ch", "č": "ch", "ğ": "g", "ı": "i", "ø": "o", "ß": "ss", "æ": "a", "đ": "d"}
)
_CYRILLIC = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "yu", "я": "ya", "ё": "yo"}
    | {"ъ": "", "ь": ""}
)
_DIGRAPHS = {
    "sch": "š",
    "tch": "š",
    "kh": "x",
    "gh": "g",
    "dh": "d",
    "th": "t",
    "sh": "š",
    "ch": "š",
    "dj": "j",
    "dzh": "j",
    "ph": "f",
    "ck": "k",
}
_DIGRAPH = re.compile("|".join(sorted(_DIGRAPHS, key=len, reverse=True)))
_LETTERS = str.maketrans("qcv", "kkf")
_SOFT_C = re.compile(r"c(?=[eiy])")
_INNER_ARTICLE = re.compile(r"^(?:[ae]l(?=[^aeiouywl'])|[ae](?=([zsrdntš])\1))")
_DOUBLE = re.compile(r"(.)\1+")
_APOSTROPHES = re.compile(r"['’‘ʼʿʾ`´]")
_RUN = re.compile(r"[aeiouyw]+")


@lru_cache(maxsize=100_000)
def letters(word: str) -> str:
    """Return a token in comparable letters: small, no marks, digraphs and doubles single, no joined article, no -h."""
    word = _APOSTROPHES.sub("'", word).casefold().translate(_SPECIAL).translate(_CYRILLIC)
    if not word.isascii():
        word = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    word = _DIGRAPH.sub(lambda match: _DIGRAPHS[match[0]], word)
    word = _SOFT_C.sub("s", word).translate(_LETTERS)
    word = _DOUBLE.sub(r"\1", _INNER_ARTICLE.sub("", word).replace("'", ""))
    return word[:-1] if len(word) > 2 and word.endswith("h") and word[-2] in "aeiy" else word


@lru_cache(maxsize=100_000)
def skeleton(joined: str) -> str:
    """Return the consonants of joined `letters`, doubles single."""
    return _DOUBLE.sub(r"\1", _RUN.sub("", _DOUBLE.sub(r"\1", joined)))


@lru_cache(maxsize=50_000)
def slots(joined: str) -> tuple[str, ...]:
    """Return the vowel class before, between and after the consonants of joined `letters`."""
    joined = _DOUBLE.sub(r"\1", joined)
    classes: list[str] = []
    last = ""
    run = ""
    for char in joined:
        if char in "aeiouyw":
            run += char
        elif char != last or run:
            if char == last and not run:
                continue
            classes.append(_vowel_class(run))
            last, run = char, ""
    return (*classes, _vowel_class(run))


def _vowel_class(run: str) -> str:
    if not run:
        return ""
    if any(char in "ouw" for char in run):
        return "u"
    return "i" if any(char in "eiy" for char in run) else "a"


def has_article(word: str) -> bool:
    """Say whether a word begins with an article that merged with it: ezzor, azzour."""
    return bool(_INNER_ARTICLE.match(word)) and not word.startswith(("al", "el"))


def is_article(word: str, gap: str, following: str) -> bool:
    """Say whether `word`, `gap` away from `following`, is the article of an Arabic name, not a word of the sentence."""
    low = word.casefold()
    if low in _ALWAYS_ARTICLES:
        return True
    if gap in {"-", "‐", "'", "’"}:
        return low in ARTICLES or low in _LONE_ARTICLES
    return low in ARTICLES and following[:1].casefold() == low[1:2]


def alike(first: str, second: str) -> bool:
    """Say whether two joined `letters` of equal skeleton may be one name."""
    if first == second:
        return True
    size = len(skeleton(first))
    if size < 3 or first.startswith("w") != second.startswith("w") or _is_nisba(first, second):
        return False
    ours, theirs = slots(first), slots(second)
    if len(ours) != len(theirs):
        return False
    if (not ours[0] and theirs[0]) or (ours[0] and not theirs[0]):
        return False
    cost = sum(_difference(a, b) for a, b in zip(ours[:-1], theirs[:-1], strict=True))
    both_weak = first[-1] in "ae" and second[-1] in "ae"
    return cost + (0.0 if both_weak else _difference(ours[-1], theirs[-1])) <= min((size - 2) * 0.5, 2.0)


def _is_nisba(first: str, second: str) -> bool:
    """Homsi is who comes from Homs, not another spelling of it."""
    shorter, longer = sorted((first, second), key=lambda form: form[-1] in "iy")
    return longer[-1] in "iy" and shorter[-1] not in "aeiouyw"


def _difference(first: str, second: str) -> float:
    if first == second:
        return 0.0
    return 1.0 if "u" in (first, second) else 0.5
