"""Other names for the variables and hypotheses of an example: what a small model must learn is to copy them.

Whoever writes proofs calls the first number `n` and its hypothesis `h`, so a model of few examples learns to write `h`
where it should look. Every epoch shows it the same proof with other names, which cost nothing and are as good.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace

from prover.training.examples import Example

_WORD = r"[^\W\d_][\w'₀-₉]*"
# Names in front of a colon, on lines of their own above a goal.
_LOCALS = re.compile(rf"^((?:{_WORD} )+): ", re.MULTILINE)
_NAME = re.compile(rf"(?<![\w.'✝«]){_WORD}(?![\w'✝»])")
_NAMED_ARGUMENT = re.compile(rf"\(({_WORD}) :=")
_POOLS = tuple(
    tuple(names.split())
    for names in (
        "a b c d e f g i j k l m n p q r s t u v w x y z",
        "h h₁ h₂ h₃ h' h0 h1 h2 ha hb hc hd he hf hg hi hj hk hl hm hn hp hq hr hs ht hx hy hz hab hbc hle hlt hne H",
        "ih ih₁ ih₂ iha ihb ihl ihr ihp ihq hi",
        "as bs cs ds xs ys zs ms ns l₁ l₂",
        "a' b' c' k' l' m' n' r' x' y'",
        "α β γ δ σ ι",
        "A B C F G K M N P Q R S T",
    )
)


def renamed(example: Example, chance: random.Random) -> Example:
    """The example with other names for its variables and hypotheses, of the same kind as those it has.

    A name that is not of a usual kind stays, and so does one that the tactic uses as the name of an argument. No new
    name occurs in the example already, so nothing is captured.

    Args:
        example: its prompt shows goals as Lean does, a hypothesis a line.
        chance: where the names come from.
    """
    written = "\n".join([example.completion, *(rival.completion for rival in example.rivals)])
    taken = set(_NAME.findall(f"{example.prompt}\n{written}"))
    fixed = set(_NAMED_ARGUMENT.findall(written))
    names: dict[str, str] = {}
    for line in _LOCALS.findall(example.prompt):
        for name in line.split():
            pool = next((pool for pool in _POOLS if name in pool), ())
            free = [other for other in pool if other not in taken]
            if name not in names and name not in fixed and free:
                names[name] = chance.choice(free)
                taken.add(names[name])
    if not names:
        return example

    def changed(text: str) -> str:
        return _NAME.sub(lambda match: names.get(match[0], match[0]), text)

    return replace(
        example,
        prompt=changed(example.prompt),
        completion=changed(example.completion),
        rivals=tuple(replace(rival, completion=changed(rival.completion)) for rival in example.rivals),
    )
