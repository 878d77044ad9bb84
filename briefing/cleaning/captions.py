"""What stands under pictures: captions, who took them, names of picture files.

In:  the folded text of a line.
Out: True for a caption.
"""

import re

_FILE = re.compile(
    r"[\w\u4e00-\u9fff() -]{1,60}\.(?:png|jpe?g|gif|webp|bmp)$|(?:微信)?图片_\d{6,}$", re.IGNORECASE
)
_PHOTO = re.compile(
    r"[^.]{8,120}\. ?(?-i:CHINA DAILY|XINHUA)$|\[?(?:Photo|Picture|Image)s?(?: by|:|/)\s?\S.{2,80}$|(?:Photo|Picture)s? (?:taken|shows?) .{4,160}[.\]]$|[^.]{8,160}\.? ?\[Photos?[ /][^\]]{0,60}\]$",
    re.IGNORECASE,
)
# A caption is marked as one, or ends with who took the picture.
_SHOT = r"(?:(?:\S{0,12}(?:记者|通讯员|特约摄影))?\s*[\u4e00-\u9fff·]{2,4}(?:[\s、]+[\u4e00-\u9fff·]{2,4}){0,2}\s*(?:摄|供图|图)|(?:摄影|供图|图片来源|图源)\s*[/:]\s*\S{2,16}|资料图片?)"
_CAPTION = re.compile(
    rf"[顶上下左右头]图\s?:.{{4,80}}$|[^。]{{2,60}}。\s?[\u4e00-\u9fff·]{{2,4}}供图$|[^。]{{2,60}}\s摄\s?/\s?[\u4e00-\u9fff·]{{2,4}}$|[^。]{{2,60}}。?\s?(?:图源|图片来源|摄影|供图)\s?[:/]\s?\S{{2,20}}$|[▲△▼▽↑↓◀◁▶▷]\s*(?:[^。!?:]{{2,30}}|.{{0,70}}[。\s(/]\s*{_SHOT}\)?)$|图为[^。!?]{{2,50}}。?(?:\([^()]{{0,6}}图片?\))?$|图[说片]说?明?\s*:[^。!?]{{2,60}}。?$|[^。]{{2,60}}。?\((?:图|摄影|图片来源|图源|供图)\s?[/:][^()]{{2,16}}\)$|[^。]{{2,60}}。\s?记者[\u4e00-\u9fff]{{2,4}}\s?/\s?摄影$|.{{2,120}}。\s?[\u4e00-\u9fff]{{2,4}}社记者[\u4e00-\u9fff]{{2,4}}摄(?:\s+\d{{2,4}}年\d{{1,2}}月\d{{1,2}}日)?$|\[(?:资料图|图片|配图|题图)片?\]$|(?:(?=.*(?:图为|[上下左右]图|拍摄|照片|这是|这里是|正在))[^。]{{2,60}}。|[^。]{{2,30}}。|[^。]{{2,60}}[\s(])\s*(?:(?:\S{{0,12}}(?:记者|通讯员)|[\u4e00-\u9fff]{{2,4}}社发)\s*[\u4e00-\u9fff·]{{2,4}}\s*摄|摄影\s*[/:]\s*\S{{2,16}})\)?$|[^。]{{2,40}}。\s?[\u4e00-\u9fff·]{{2,4}}\s摄$|[^。]{{2,60}}。?\(\s?(?:(?:\S{{2,12}}\s|\S{{0,6}}记者)?[\u4e00-\u9fff·]{{2,4}}\s?摄|[^()]{{2,16}}(?:提供|供图))\)$"
)
# What a caption cannot do without, looked for first.
_ARROWS = "▲△▼▽↑↓◀◁▶▷"
_TAKEN = re.compile(r"图\s?[为说/:]|图片?\]|摄|供图|提供|图片来源|图源")
_LONG = 240
_SHOT_LONG = 140


def is_caption(key: str) -> bool:
    """True for a short line that is marked as a caption or names who took the picture."""
    return (key[0] in _ARROWS or _TAKEN.search(key) is not None) and _CAPTION.match(key) is not None


def is_long_caption(key: str) -> bool:
    """True for the same of a line of several sentences."""
    if len(key) <= _LONG and "hoto" in key and _PHOTO.match(key):
        return True
    return len(key) <= _SHOT_LONG and "摄" in key[-16:] and _CAPTION.match(key) is not None


def is_picture(key: str) -> bool:
    """True for the name of a file, or an English credit, in place of a picture."""
    if (key[0] in "[PpIi" or key[-1] in ".]YA") and _PHOTO.match(key):
        return True
    return ("." in key[-5:] or "图片_" in key) and _FILE.match(key) is not None
