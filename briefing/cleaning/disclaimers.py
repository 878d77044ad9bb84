"""A site's own notice about rights and copies, told from news about rights.

In:  the folded text of a line.
Out: True where a site speaks of itself and of the law.
"""

import re

_SELF = re.compile(
    r"本(?:网|站|平台|公众号|号|报社|论坛|文章|文|刊|社区|APP|客户端)|该(?:文章|文|作品)|(?:如上|以上|上述|此|部分)(?:内容|文章|文|图片)|我们|我方|凡(?:注明|本|来源)|本(?:公司|单位)网站|(?:文章|内容|图片|素材|信息|图文)(?:均)?(?:来源|源于|来自|转自|由作者)|如有|如需|若有|转载请|请注明|官方网站|未经|敬请|请(?:及时)?(?:联系|告知|与)|小编|投稿|传递更多信息"
)
_OWN = re.compile(
    r"本(?:网|站|平台|公众号|号|报社|论坛|文章|文|刊|社区|APP|客户端)|该(?:文章|文|作品)|(?:如上|以上|上述|部分)(?:内容|文章|文|图片)|凡(?:注明|本|来源)|小编|转载请|请注明|官方网站|传递更多信息|(?:文章|内容|图片|素材|信息|图文)(?:均)?(?:来源|源于|来自|转自|由作者)"
)
_LAW = re.compile(
    r"版权|著作权|转载|侵权|侵犯|免责|不代表|仅代表|存储空间|信息存储|不构成|并不意味|概不负责|不承担|法律责任|不负(?:任何)?责|联系(?:我们)?删除|删除|注明(?:出处|来源)|真实性|投资建议|仅供参考|所有权|知识产权|原作者|联系我们|追究|立场|授权|观点|备案"
)
_ENGLISH = re.compile(r"Notice: The content above|By signing up|Disclaimer:|The views expressed")
_HEADED = re.compile(r"[\[【(*※]*(?:版权|著作权|免责|法律)(?:声明|申明|说明)[\]】)]*\s*[::]")
"""版权声明: says itself what follows."""


def is_disclaimer(key: str) -> bool:
    """True when a site speaks of itself and of the law, with three words or more in all.

    Long lines must be dense with such words: an article on copyright is not.
    """
    if key.isascii() and _ENGLISH.match(key):
        return True
    laws = len(set(_LAW.findall(key)))
    if not laws or key[0] in '“"':  # what someone says is no notice of the site
        return False
    if laws > 1 and len(key) <= 200 and _HEADED.match(key):
        return True
    selves = len(set(_SELF.findall(key)))
    if not selves or selves + laws < 3 or not _OWN.search(key):
        return False
    if len(key) > 120 and (selves + laws) * 60 < len(key):
        return False
    return len(key) <= 700
