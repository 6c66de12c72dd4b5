"""Who may have done it, where nobody knows: "it was not clear whether the raids were by Syrian or Russian jets"."""

from __future__ import annotations

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.actors.actors import UNNAMED, Part, acting, part
from syria_events.coding.english.actors.named_actors import Named
from syria_events.coding.english.scene import Scene

_ASKING = frozenset({"whether", "if", "which", "who", "whose"})
_UNKNOWN = frozenset({"unclear", "unknown", "unsure", "uncertain"})
_NOT = frozenset({"not", "n't", "didn't", "unable", "couldn't", "cannot"})
_KNOW = frozenset({"know", "known", "clear", "say", "specify", "determine", "identify", "tell"})
_KNOWN = 6
"""Words between "not immediately clear" and "whether"."""
_QUESTION = 14
"""Words between "whether" and the last who may have done it."""
_SUSPECTS = 24
"""Words after "whether" in which all of them are named."""


def without_asked(scene: Scene, agents: list[Part]) -> list[Part]:
    """Drop the one agent of "not clear whether the army did it"; of two one did it, and both are told."""
    return [] if len(agents) == 1 and _is_asked(scene, agents[0]) else agents


def suspects(scene: Scene, index: int) -> tuple[Part, ...]:
    """Return the two or more of whom a sentence asks which did it."""
    sentence = scene.reading.sentences[index]
    words = scene.reading.words
    for position in range(sentence.first, sentence.last):
        if not _asks(words, sentence.first, position):
            continue
        named = scene.actors_in(position, min(sentence.last, position + _SUSPECTS))
        armed = [one for one in named if is_armed(one.group) and one.group != UNNAMED and _may_act(scene, one)]
        if len(armed) > 1 and "or" in words[armed[0].last : armed[-1].first]:
            return tuple({one.group: part(one) for one in armed}.values())
    return ()


def _may_act(scene: Scene, named: Named) -> bool:
    return named.mention.kind == "adjective" or acting(scene, named)


def _is_asked(scene: Scene, agent: Part) -> bool:
    words = scene.reading.words
    first = scene.reading.sentences[scene.reading.sentence_of[agent.first]].first
    asking = (at for at in range(agent.first - 1, max(first, agent.first - _QUESTION), -1) if words[at] in _ASKING)
    return any(_asks(words, first, position) for position in asking)


def _asks(words: tuple[str, ...], first: int, position: int) -> bool:
    """Whether a word opens a question to which nobody knows the answer."""
    if words[position] not in _ASKING:
        return False
    before = words[max(first, position - _KNOWN) : position]
    return not _UNKNOWN.isdisjoint(before) or (not _NOT.isdisjoint(before) and not _KNOW.isdisjoint(before))
