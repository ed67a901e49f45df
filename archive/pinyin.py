"""Pinyin notes that converters leave behind each character they changed: 網(wǎng). Pure text, no judgement of pages."""

from __future__ import annotations

import re

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
LETTERS = f"a-zü{TONED}"
# A Han character (or a mark left where bytes were lost), then one syllable in parentheses. Lower case and at most six letters, so that (AI), (CMA) and
# English words stay; a syllable without a tone mark counts only where the page has toned ones too.
NOTE = re.compile(rf"(?<=[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\ufffd?])[(（]([{LETTERS}]{{1,6}})[)）]")
HAS_TONE = re.compile(f"[{TONED}]")
SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)?(?:a|o|e|i|u|ü|v|ai|ei|ui|ao|ou|iu|ie|üe|ue|ve|er|an|en|in|un|ün|ang|eng|ing|ong|ia|iao|ian|iang|iong|"
    r"ua|uo|uai|uan|uang|ueng)"
)


def strip_notes(text: str) -> tuple[str, int]:
    """The text without its pinyin notes, and how many there were."""
    if not HAS_TONE.search(text):
        return text, 0
    toned = sum(1 for match in NOTE.finditer(text) if HAS_TONE.search(match[1]))
    if not toned:
        return text, 0
    count = 0

    def replaced(match: re.Match[str]) -> str:
        nonlocal count
        note = match[1]
        # the neutral tone carries no mark: 子(zi); believed only among many toned notes
        if HAS_TONE.search(note) or (toned >= 5 and SYLLABLE.fullmatch(note)):
            count += 1
            return ""
        return match[0]

    return NOTE.sub(replaced, text), count
