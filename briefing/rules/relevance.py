"""Tell a page about public work from one that merely holds numbers and names.

Recipes, shop pages, chats and lists of appointments give nothing. The test counts different
words of public administration and of the economy, against words of the other kinds.
"""

import re

from briefing.facts.folding import fold
from briefing.records import Article

_PUBLIC = re.compile(
    r"[省市区县州旗镇乡]委|政府|党[委组工]|书记|[市区县镇乡局部厅省州]长|主任|管委会|人大|政协|街道|部门|会议|调研|推进|招商|项目|投资|产业|企业|经济|增长|同比|财政|税收|民生|就业|工业|农业|消费|"
    r"进出口|开工|投产|签约|建设|发展|改革|营商环境|乡村振兴|生态|安全生产|规划|政策|工作|预算|统计|规上|GDP|生产总值|整改|督查|通报|公报|基础设施|教育|医疗|文旅|交通|集团|公司|营业收入|发布会|住建|改造|建成|竣工|任务|工程|负责人|(?:管理|教体|教育|住建|发改|财政|商务|统计|农村|卫健|民政|城管|交通|公安|环境)局|水稻|粮食|新建|新增|目标|完工|通知|公告|人力资源|社会保障|事业单位|人才|聘用|岗位|单位|全[市区县省州]|"
    r"(?i:government|economy|investment|exports?|trade|mayor|municipal|province|budget|percent|district|growth|projects?|year|city|county|bureau|construction|environment|ecology|tourism|visitors|industry|industrial|housing|people's|revenue|sewage|public|director|development|hospitals?|health|schools?|villages?|residents|households|enterprises|companies|commission|committee|party|council|meeting|officials?|farmers|agriculture|output|jobs|employment|water|railway|metro|transport|expressway|bridge|reservoir|prefecture|township)"
)
_OTHER = re.compile(
    r"用料|食材|生抽|老抽|料酒|焯水|翻炒|小火|大火|调料|葱花|烘焙|腌制|少许|适量|加入购物车|包邮|库存|优惠券|立即购买|满减|领券|客服|七天无理由|正品|现货|旗舰店|快递|加购|下单|规格|"
    r"哈哈|在吗|群里|群聊|撤回|\[图片\]|\[表情\]|亲们|拼团|团购|点赞|主播|星座|运势|贵人运|财运|桃花运|感情指数|彩票|中奖|小说|第.{1,4}章|剧情|本章完|演员|球队|大比分|进球|攻略|景点门票|月薪|年薪|五险一金|投递|简历|包吃住|岗位职责|任职要求|联赛|冠军|球迷|主场|客场|气温|阵雨|多云|紫外线|涨停|跌停|收盘|A股|K线|个股|楼盘|户型|首付|开盘|自驾|民宿推荐|打卡地|测评|开箱|参数|续航|售价|门诊|挂号|余号|取号|医师"
)
_FICTION = re.compile(
    r"本章完|未完待续|章节目录|上一章|下一章|小说.{0,40}第[一二三四五六七八九十百千零\d]{1,8}[章节]|第\d+/\d+页"
)
_CHAPTER = re.compile(r"^第[一二三四五六七八九十百千\d]{1,8}[章回](?!.{0,4}总则)")
_APPOINTMENT = re.compile(r"任命(?!书|人员|的人员)|免去|任前公示|拟任|不再担任|提名.{0,12}为|任免")


def relevant(article: Article) -> bool:
    """Tell whether the page may hold facts for a briefing of public work."""
    text = fold(article.text[:20_000])
    headline = fold(article.title or "")
    public = len({match.group() for match in _PUBLIC.finditer(text + headline)})
    other = len({match.group() for match in _OTHER.finditer(text)})
    if other * 2 > public or _FICTION.search(text) or _CHAPTER.match(headline):
        return False
    if public < (4 if other > 1 else 2 + min(2, len(text) // 400)):
        return False
    posts = len(_APPOINTMENT.findall(headline + text))
    sentences = max(1, len(article.sentences))
    return not (posts >= 2 and posts / sentences > 0.6)
