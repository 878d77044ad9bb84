"""What kind of page furniture a line is, by its words alone.

In:  the folded text of one line.
Out: the kind as it is listed among the removed parts, "" when nothing says furniture.

Rules know kinds of furniture, never a site. News about copyright is told from a site's own
disclaimer by the site's words about itself.
"""

import re

from briefing.cleaning import captions
from briefing.cleaning.disclaimers import is_disclaimer
from briefing.cleaning.stamp_lines import (
    COUNTS,
    DATE,
    DATED,
    DOCUMENT,
    ENDMARK,
    HAN_DAY,
    STAMP_ENGLISH,
    STAMP_LINE,
    STAMP_PIPED,
    is_stamp,
)
from briefing.cleaning.word_lines import ARROWS, word_kind
from briefing.cleaning.words import COMMENTS, RELATED

_CREDIT_ENGLISH = re.compile(
    r"(?:(?:Translat(?:or|ed by)|Edit(?:or|ed by)|Proofread(?:er|ing)?(?: by)?|Review(?:er|ed by)?|(?:Executive|Chief) Editor|(?:Chinese|Original) source)\s*:|Please refer to )",
    re.IGNORECASE,
)

_EDITOR_ROLE = (
    r"(?:责任?编辑|责编|责任?编校|编辑|编审|编校|编排|编发|审核(?:人)?|核稿|审稿(?:人)?|校对|校审|审校|审签(?:人)?|签发|(?:初审|复审|终审)编辑|值班(?:主任|编委|编辑|总编)?|初审|复审|终审|初核|复核|终核|[一二三]\s?[审校]|[一二三]审[一二三]校|主编|执行主编|副主编|总编(?:辑)?|副总编|"
    r"总监制|监制|总策划|策划|统筹|终校|初校|美编|视觉|排版|版式|制图|制作|录入|信息员|供稿|供图|来稿|撰稿(?:人|处室|单位|部门)?|审读|编委|出品(?:人)?|海报|音频|剪辑|播音|配音|运营|文字编辑|新媒体编辑|见习编辑|实习编辑|实习生)"
)
_AUTHOR_ROLE = r"(?:文字|文图|图文|文/图|图/文|文|图|撰文|摄影|摄像|摄|图片|采写|采访|本文作者|作者|(?:[\u4e00-\u9fff]{0,8}(?:融媒体?|全媒体)|见习)?记者|通讯员|摄影报道|图片来源|供图|摄影记者|稿件作者|文稿)"
_EDITOR = re.compile(
    rf"[\[(【\s□■]*{_EDITOR_ROLE}(?:\s?[/、和及]\s?{_EDITOR_ROLE})*(?:\s*[:丨|/](?!$)|\s+\S{{2,4}}\s*[\])】]$|\s+[\u4e00-\u9fff·]{{2,4}}(?:\s+{_EDITOR_ROLE}\s+[\u4e00-\u9fff·]{{2,4}})+$)"
)
_SPACED = re.compile(r"(?:[\u4e00-\u9fff] ){1,4}[\u4e00-\u9fff] ?(?=:)")  # 撰 稿 人:
_AUTHOR = re.compile(
    rf"[\[(【\s]*{_AUTHOR_ROLE}(?:\s?[/、和及&]\s?{_AUTHOR_ROLE})*\s*[:丨|/]\s*[\u4e00-\u9fffA-Za-z·.]{{2,10}}(?:[\s、,/丨|]+[\u4e00-\u9fffA-Za-z·.]{{2,10}}){{0,8}}(?:/(?:文图|图文|[文图摄]))?\s*[\])】]?(?:返回[\u4e00-\u9fff]{{2,4}},查看更多)?$|[\[(]?(?:(?:记者|通讯员|作者|摄影|图文|文图|文|图|编辑|审[校核]|校对)\s*[:丨]\s*[\u4e00-\u9fff·]{{2,4}}(?:[\s、]+[\u4e00-\u9fff·]{{2,4}}(?![:丨])){{0,4}}\s*){{2,5}}[\])]?$|[\[(]\s*(?:文/图|图/文|文图|撰文|摄影|图|文|[\u4e00-\u9fff]{{2,18}}(?:局|科|处|办|委|部|院|中心|台|社|报|府|会|县|区|市|镇))\s+[\u4e00-\u9fff·]{{2,4}}(?:[\s、,/]+[\u4e00-\u9fff·]{{2,4}}){{0,4}}\s*[\])]$|[\[(]\s*[\u4e00-\u9fff]{{2,16}}(?:局|科|处|办|委|部|院|中心|厅|股|室|站)\s*:?\s*[\u4e00-\u9fff·]{{2,4}}(?:[\s、]+[\u4e00-\u9fff·]{{2,4}}){{0,4}}\s*[\])]$|[\[(]\s*(?:(?:[\u4e00-\u9fff]{{1,5}}[报网台社]|见习|全媒体|融媒体?){{0,3}}(?:记者|通讯员|作者)\s*[\u4e00-\u9fff·]{{2,4}}(?:[\s、,/]+[\u4e00-\u9fff·]{{2,4}}){{0,6}}[\s、,/]*){{1,3}}\s*[\])]$"
)
_BYLINE = re.compile(
    r"(?=[●○◎◆□■▲△☆★◇Bb]|[^/记通评讯]*[/记通评讯])(?:[\u4e00-\u9fff]{2,8}\s?/\s?记者\s?[\u4e00-\u9fff]{2,3}|[●○◎◆]\s*[\u4e00-\u9fff·]{2,4}(?:[\s、]+[\u4e00-\u9fff·]{2,4}){1,5}|(?:[\u4e00-\u9fff]{2,8}\s?[/:]\s?|[\w]{2,10}(?:网|报|社|台|News|新闻))?记者\s?[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4}){0,3}\s?/\s?[\u4e00-\u9fff]{2,8}报[导道]|[\u4e00-\u9fff]{1,6}(?:新闻|日报|报|网|社)[-—–]{1,2}[\u4e00-\u9fff]{2,4}/[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff·]{2,4}(?:、[\u4e00-\u9fff·]{2,4}){0,4}/[\u4e00-\u9fff]{2,8}(?:新闻|日报|晚报|报|网|社|客户端)|[□■◎●○▲△☆★◆◇]\s*(?:文/|图/|本报|本刊|本网|本台|记者|通讯员|特约|实习|全媒体|首席|见习|[\u4e00-\u9fff·]{2,16}(?:报|台|网|客户端|融媒体?|社)?(?:全媒体)?(?:首席|见习|实习)?记者).{0,40}|"
    r"(?:本报|本刊|本网|本台)(?:特约|首席)?评论员(?:\s*\S{2,4})?|"
    r"(?:[\u4e00-\u9fff·-]{2,16}(?:报|台|网|客户端|融媒体?|新闻|社|壹点)?)?(?:本报|本刊|本网|本台)?(?:全媒体|融媒体?|首席|见习|实习|特约|驻[\u4e00-\u9fff]{2,3})*(?:记者|通讯员)\s*[\u4e00-\u9fff·]{2,4}(?:[\s、,]+(?:(?:本报|见习|实习)*(?:记者|通讯员)\s*)?[\u4e00-\u9fff·]{2,4}){0,5}\s*(?:文/?图|摄影报道|报道|摄|整理|/文|/摄)*|"
    r"[□■]\s*[\u4e00-\u9fff·]{2,4}(?:\s+[\u4e00-\u9fff·]{2,4}){0,3}|(?:本报|本刊|本网|本台|[\u4e00-\u9fff]{2,6}[报网台社])讯\s*[(\[][^()\[\]]{2,40}[)\]]|[Bb]y (?:[A-Z][\w.\- ]{2,40}(?:\([A-Za-z ]{2,40}\))?|admin(?:istrator)?))$"
)
_CRUMB = re.compile(
    r"(?:发布在\s+\S|[您你]?(?:现在|当前|目前)?(?:的|所在)?(?:的)?位置(?:是|:|\s)|[您你]所在的?位置|当前栏目\s*:|首页\s*(?:[>»›→/\\|—-]|::|&gt;)|[^。,:]{2,20}+(?<=\s):{2,3}\s|Home\s*[>»›/])"
)
_PREV_NEXT = re.compile(
    r"[·•●\[<«‹←\s]*(?:上一?[篇条则章]|下一?[篇条则章]|前一[篇条]|后一[篇条]|上一主题|下一主题|Previous(?: article| post)|Next(?: article| post)|(?:Previous|Next)(?=\s*(?:[:>»]|$)))\s*(?:[:：\]>»›→]|$|没有|暂无|无$|[\s丨|])"
)
_FOOTER = re.compile(
    r"(?:[^\s,。]{2,12}+\s网络支持\s*:|copyright\s*(?:©|\(c\)|\d{4}|:|by\b)|Archiver\b|copyright$|©|\(c\)\s*\d{4}|版权所有|[^,。]{0,12}版权所有|all rights reserved|[^。,]{0,16}ICP[备证]|[^。]{0,10}公网安备|备案(?:序)?号|(?:网站|政府网站)标识码|"
    r"(?:技术支持|技术保障|运维|维护|网站管理|网络支持|网站建设)(?:单位|机构)?\s*[:丨|]|网站支持IPv6|(?:建议|推荐)使用.{0,30}(?:浏览器|分辨率|IE|1024|1920)|您是第\s*\d*|今日访问|总访问量|访问统计|互联网(?:新闻)?信息服务许可证|增值电信|网络视听许可证|"
    r"信息网络传播视听|网上有害信息举报|违法和?不良信息举报|未经(?:书面)?(?:授权|许可|允许|同意)[^。]{0,12}(?:转载|复制|镜像|使用本|摘编)|Processed in |Powered by|Produced By CMS|GMT\+8|小黑屋|手机版\s*\||Archiver|站长统计|网站统计|人民网版权所有|CNZZ)",
    re.IGNORECASE,
)
_OWN_WORK = re.compile(
    r"[(\[]?(?:版权归[^。,]{2,16}所有|版权作品)[,。]|[^。]{0,30}所有自采(?:新闻|稿件|作品)|(?:独家)?授权[^。,]{2,12}(?:发布|使用)[,。]未经"
)
# What asks for a click before a page may be read.
_CONSENT = re.compile(
    r"(?i:.{0,60}(?:隐私|cookie).{0,60}(?:您同意|代表您|继续(?:浏览|使用)|点[这此]里)|(?:马上注册[,,]|您需要\s*登录\s*才可以)|请同意.{0,12}(?:隐私|条款|规范)|限制级$|.{0,16}需?满18岁|根据“电脑网[路络]内容分级|(?=.*(?:建议|推荐|提示|最佳|官网下载|版本过低|升级)).{0,40}(?:浏览器|(?i:chrome|firefox|edge))|.{0,40}(?:accept|use) (?:all )?cookies|your browser (?:does|is) not)|查看隐藏内容|附件或图片请"
)
_ASKED = re.compile(
    r"注册|浏览器|Chrome|Firefox|18岁|限制级|内容分级|隐私|同意|隐藏|附件或|cookie|browser|COOKIE|Cookie|Browser|BROWSER"
)
_SIZES = re.compile(
    r"T\s*\|\s*T|A(?:\s+A){1,2}|A[+-]\s*A[+-]?|(?:Adjust )?[Ff]ont [Ss]ize:?(?: \S{1,6}){0,4}|(?:#[^\s#]{1,12}\s*){2,12}|Get the latest news|delivered to your inbox|Sign up for .{4,60}|[·\s]*(?:Link copied|Copy [Ll]ink)|By"
)  # buttons for the size of the letters
# Over a section of a post: Part 3. A line in a wrong encoding: ǎ颈ūㄍ堆痹?
_ODD = re.compile(r"(?i:part)[\s.]{0,2}\d{1,2}$|(?=.{2,24}$)[Ā-ɏㄅ-ㄯ].*[Ā-ɏㄅ-ㄯ]")
_RIGHTS = re.compile(r"©|ICP[备证]|All Rights Reserved|公网安备", re.IGNORECASE)
_BRIEF = 24
_LEAD = 60  # a longer 编者按 tells what the article is about
_NOTE = re.compile(r"[\[(]?(?:编者按|编者的话|编前语|开栏的话|开栏语)[\])]?\s*[:]?\s*\S")
_HOST = re.compile(
    r"(?:主办|承办|协办|指导|建设|管理|支持)(?:单位|机构|方)?\s*[:丨|]|\(\s*(?:[a-z0-9-]+\.){1,3}(?:com|cn|net|org)\s*\)$"
)
_CONTACT = re.compile(
    r"[·•●\s]*(?:(?:联系|咨询|服务|举报|监督|投稿|新闻|值班|办公|客服|热线)*(?:电\s*话|热线)|传\s*真|邮\s*箱|邮\s*编|邮政编码|(?:电子)?邮[箱件]|e-?mail|(?:联系|单位|办公|通讯)?地\s*址|QQ群?|微信号?|网\s*址|官方网站|联系人|联系方式)\s*[:]",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:.{0,60}转载请注明\s*:\s*https?://\S+$|(?:延伸|相关|推荐|更多)(?:阅读|新闻|报道)\s*:\s*[^。]{4,60}$|小编提示[您你]?本文标题|Original link\b|[(\[]?(?:查看原文|阅读原文|原文(?:链接|地址|网址|出处)?|本文(?:链接|网址|地址|固定链接|来自)|文章(?:链接|网址|地址)|来源(?:链接|地址|网址)|链接(?:地址)?|转载请注明|转自|Source|Link)\s*[:]?\s*(?:https?://|www\.|$)|本文来源.{2,60}https?://\S+$|https?://\S+$|www\.\S+$)",
    re.IGNORECASE,
)
_FOLLOW = re.compile(
    r"(?!.*。$)[▲△↑↓▼◆●■★☆\s]*(?:按此(?:阅读|浏览|观看)|(?:欢迎)?(?:点击|长按|扫描|扫码|识别|扫一扫|微信扫|请扫|打开微信|用微信|用手机|使用微信|请用微信)[^。]{0,14}(?:二维码|关注|蓝字|分享|下载|上方|下方|看更多|手机|朋友圈|查看|阅读)|"
    r"(?:欢迎)?(?:关注|订阅|添加)[^。,]{0,16}(?:公众号|微信号|官方微信|视频号|官方微博|抖音号|头条号)|返回.{2,6}[,、]?查看更多|(?:更多|精彩)[^。]{0,12}(?:关注|下载|扫码)|下载[^。]{0,10}(?:APP|客户端)|(?:分享|转发)(?:到|至|给)|[^。]{0,10}(?:点个|点亮|点击)[^。]{0,6}(?:赞|在看)|"
    r"觉得(?:好看|不错|有用)|如果[您你]?喜欢(?:这篇|本)|本(?:篇)?文章?\s?(?:共|约)?\d+字|欢迎社会各界|喜欢(?:此文|就)|[-—–\s]*(?:THE\s)?END[-—–\s]*$|关于我们\s|收录于(?:合集|话题)|看完(?:点赞|记得)|喜欢就|点这里|戳这里|[↓↑▼▲]+$|\(?来源:网络\)?$|打开[^。]{0,8}(?:APP|客户端|阅读全文)|(?:下载|打开)(?:APP|客户端)|Hi~|记得点蓝字|预览时)",
    re.IGNORECASE,
)
_TIMED = re.compile(
    rf"(?:[\[(]?(?:\d+楼|沙发|板凳|地板|楼主|#\d+|\d+#)[\])]?\s*(?:$|{DATE}|发表于)|发表于\s*:?\s*{DATE}|本帖最后由|.{{1,16}}\s发表于\s*:?\s*(?:{DATE}|\d+\s*(?:天|小时|分钟)前|昨天|前天))"
)
_POSTED_BY = re.compile(r"发表于\s*:.*来源\s*:\s*\S")  # a stamp: in threads no source stands there
# What a forum shows of a poster beside the post: 主题 12 帖子 340 积分 1500, 金牌会员.
_POSTER = re.compile(
    r"(?:(?:主题|帖子|积分|精华|威望|金币|金钱|回帖|贡献|在线时间|注册时间|粉丝|关注|好友|阅读权限)\s*:?\s*[\d.万-]+\s*){2,9}$"
    r"|(?:\d+\s*(?:主题|帖子|回帖|积分|精华)\s*){2,9}$|(?:帖子|积分|精华|威望|金币|金钱|回帖|阅读权限)\s*:?\s*[\d.,万]+$|\S{1,16}\s当前(?:离线|在线)$"
    r"|[-·]?\s?(?:来自|精华|积分|主题|帖子|威望|金[币钱]|在线时间|注册时间|最后登录)$|- (?:\d{1,6}|[\u4e00-\u9fff]{1,4})$|IP属地\s*:\s*\S{2,6}$|(?:Rank:\s*\d+\s*)+$|(?:新手上路|论坛元老|超级版主|(?:实习)?版主|(?:新手|注册|初级|中级|高级|金牌|银牌|铜牌|白金|钻石|资深|普通|正式|论坛)会员)$"
)
# Who else was sent a paper: 报:县委办公室。 (共印30份)
_SENT = re.compile(
    r"(?:主报|抄报|呈报|主送|抄送|分送|报|送|发)\s*:\s*\S.{1,86}$|\(?共印\s*\d+\s*份\)?"
)
_PAGE_NO = re.compile(
    r"(?:[-—–·\s]*\d{1,3}[-—–·\s]*|第\s*\d+\s*页(?:\s*[,/]?\s*共\s*\d+\s*页)?|\d+\s*/\s*\d+|(?:第\s*)?[A-Z]?\d{1,3}\s*版(?:[::\s].{0,10})?|第[一二三四五六七八九十]+版(?:[::\s].{0,10})?|共\s*\d+\s*页.{0,20}|Page \d+(?: of \d+)?)$"
)
_EPAPER = re.compile(
    rf"(?:(?:19|20)\d\d\s?年[\s/]*\d{{1,2}}\s?月[\s/]*\d{{1,2}}\s?日[\s/]*星期[一二三四五六日天]|当前版\s*:.{{0,20}}|(?:展开|收缩)通版|通版阅读.{{0,8}}|(?:第\s*)?[A-Z]?\d{{1,3}}版\s*[::].{{0,12}}|.{{0,14}}{DATE}\s*(?:星期|周)[一二三四五六日天].{{0,16}}|(?:总第|第)\s*\d+\s*期(?:\s*[(]?总.{{0,14}})?|.{{0,12}}(?:[上下前后]一[版期]|上一篇\s+下一篇|往期回顾).{{0,12}}|国内统一(?:连续出版物|刊)号.*|CN\s?\d\d-\d{{4}}.*|(?:今日|本期)\S{{0,3}}\d+版.*|邮发代号.*)$"
)
_MASTHEAD = re.compile(
    r"[^,。!?:;“”\d_|—-]{2,20}(?:门户网站|人民政府网|政府网|新闻网|信息网|日报社?|晚报|在线|客户端|资讯网|融媒体中心|官网|全球资讯网|科技网|人大网|党建网|招商网|论坛|家园网|BBS)$|(?:[A-Z][\w.]{1,12}\s){1,3}(?:Newswire|Tribune|Gazette|Online)$|.{4,60}\b(?:Edition|Website|Portal|'s Archiver)$"
)
_MASTHEAD_ENDS = "站网报社线端心坛SnelNr"
_FOLLOW_LONG = re.compile(
    r"(?:想|有|欢迎)?爆料|(?:更多|新闻)?详情,?(?:敬?请|欢迎)(?:关注|收看|锁定)|[^。A]{0,20}+(?<=用)APP看|[^。]{0,80}(?:新闻热线|爆料热线|广告热线|投稿邮箱)[^。]{0,80}(?:线索|合作|爆料)|[^。]{0,40}(?:扫描|长按|识别)[^。]{0,10}二维码"
)
_PAGER = re.compile(
    r"(?=[\[\]\d\s.…第共页/|<>«»‹›上下一尾末首]+$).*(?:上一页|下一页|尾页|末页|第\d+页|首页).*$|(?:Previous Page|Prev)?[\d\s|]+(?:Next Page|Next)(?:\s*[>»|]+)?$"
)
_ATTACHED = re.compile(
    r"(?:相关附件|附件下载|相关文件|文件下载|附件列表)\s*:?$|.{2,60}\.(?:docx?|xlsx?|pdf|rar|zip|wps|pptx?)\s*(?:\(.{1,12}\)|下载)?$",
    re.IGNORECASE,
)
_SEARCH = re.compile(
    r"(?:(?:热搜|热门搜索|搜索热词|热词|热门关键词)\s*:.{0,60}|请输入.{0,14}|搜索\s.{0,10}|快捷导航.{0,10}|(?:用户名|密码|账号|自动登录|找回密码|立即注册).{0,30})$"
)
_NOTICE_HEAD = re.compile(
    r"[\[【(]?(?:网站|郑重|特别|重要|版权|免责|法律)?(?:及|与|和)?(?:版权|免责)?(?:声明|申明)(?:与版权声明)?[\]】)]?\s*[::]?$|特别提[示醒][:]?$|Disclaimer:?$"
)
_RELATED = re.compile(rf"[【\[#■●◆▶|\s]*{RELATED}\s*[】\]|::>»]*\s*(?:更多)?[>»]*$", re.IGNORECASE)
_COMMENTS = re.compile(rf"[【\[#■●\s-]*{COMMENTS}\s*[】\]::>»]*$", re.IGNORECASE)
_DISCLAIMER_START = re.compile(
    r"[\[(【*※]*\s*(?:(?:免责|版权|特别|郑重|法律|风险|重要)?(?:声明|申明|提示)|注|说明|编者按)?\s*[:]?\s*(?:\d+[、.]\s*)?"
)
_POINTER = re.compile(r"[^。]{6,60}\s(?:第\s?)?[A-Z]?\d{1,2}\s?版$")
_WIDE_GAP = re.compile(r"\s{4,}")


# Prose with none of these words, and with no label or furniture word at its head, is none of
# the kinds below. Asked first, for speed: most lines of a page are such. Each alternative starts
# with a letter and no class, or the search would be four times slower.
_SUSPECT = re.compile(
    r"本网|本站|传递更多|浏览器|马上注册|本平台|本公众号|本号|本报社|本论坛|本文|本刊|本社区|本APP|本客户端|该文|该作品|如上|以上|上述|部分(?:内容|文章|文|图片)|凡注明|凡本|凡来源|小编|转载请|请注明|官方网站|"
    r"来源|源于|来自|转自|由作者|©|ICP|ights|RIGHTS|公网安备|热线|投稿邮箱|二维码|版权所有"
)
_SUSPECT_HEAD = re.compile(
    r"[\[(【·•●<«‹←\s▲△▼▽↑↓◀◁▶▷※*]|图|这是|这里|(?:\S{0,8}\s)?\S{0,12}(?:记者|摄影)|[上下前后]一|编者|编前|开栏|[^,。]{0,14}[:丨|]|.{1,17}发表于|本帖|\d+楼|\d+#|#|沙发|板凳|地板|楼主|"
    r"网站|政府网站|备案|建议|推荐|您是第|今日|总访问|访问|互联网|增值|网络视听|信息网络|网上有害|违法|未经|Processed|Powered|GMT|小黑屋|手机版|Archiver|archiver|站长|人民网版权|CNZZ|[Cc]opyright|COPYRIGHT|"
    r"想|有爆料|欢迎|爆料|查看原文|阅读原文|原文|本文|文章|链接|转|Source|Original|Link|http|www|\d|[Pp]revious|[Nn]ext|[Aa]ll|您|你|首页|当前|Home|技术|运维|维护|建设|"
    r"(?:19|20)"
)


def kind_of(key: str) -> str:
    """Return the kind of furniture that a line is; "" for a line that may be article."""
    if "    " in key:
        key = _WIDE_GAP.sub("   ", key)  # blanks without end would be tried in every way
    if key[1:2] == " " and (spaced := _SPACED.match(key)):
        key = spaced.group().replace(" ", "") + key[spaced.end() :]
    length = len(key)
    if key.endswith("enpproperty-->"):
        return "stamp"  # what an e-paper's pages know of themselves
    if (
        length > _BRIEF
        and key[-1] in "。”"
        and not _SUSPECT.search(key)
        and not _SUSPECT_HEAD.match(key)
    ):
        return ""
    if length > 400:
        return "disclaimer" if is_disclaimer(key) else ""
    if key[0] in "WNF" and " on line " in key and ": " in key[:13]:
        return "script"
    if length > 90 and captions.is_long_caption(key):
        return "caption"
    if length <= 90:
        if kind := _short_kind(key, length):
            return kind
    elif _TIMED.match(key):
        return "post"
    elif _CRUMB.match(key) and (len(ARROWS.findall(key)) >= 2 or key.startswith("Home »")):
        return "crumb"
    if _PREV_NEXT.match(key):
        return "prev_next"
    if length <= 260 and _FOLLOW_LONG.match(key):
        return "follow"
    if length <= 260 and STAMP_LINE.match(key) and not _is_prose(key):
        return "stamp"
    if (
        90 < length <= 160
        and key[0] in "SUPDTRB"
        and STAMP_ENGLISH.match(key)
        and not key.endswith(".")
    ):
        return "stamp"
    if length <= 120 and key[-1] not in "。!?”" and DATED.match(key):
        return "stamp"
    if length <= 260 and "。" not in key and _RIGHTS.search(key):
        return "footer"
    if length < _LEAD and _NOTE.match(key):
        return "note"
    if _FOOTER.match(key) and not (
        _is_prose(key) and not re.search(r"©|版权所有|ICP|未经|[Cc]opyright|rights reserved", key)
    ):
        return "footer"
    if is_disclaimer(key) or (length <= 90 and _OWN_WORK.match(key)):
        return "disclaimer"
    if length <= 200 and _ASKED.search(key) and _CONSENT.match(key):
        return "tools"
    if _LINK.match(key):
        return "link"
    return ""


def _short_kind(key: str, length: int) -> str:
    """Lines of up to 90 characters: word lists first, then the short forms."""
    if key[0] in "TAFf#GdS·LCB" and _SIZES.fullmatch(key):
        return "tools"
    if not any(char.isalnum() for char in key):
        return "" if len(key) <= 3 and key[0] in "。”!?)》" else "ornament"
    if _EDITOR.match(key):
        return "editor"
    if _TIMED.match(key) or _POSTER.match(key):
        return "stamp" if _POSTED_BY.match(key) else "post"
    if is_stamp(key) or HAN_DAY.fullmatch(key) or DOCUMENT.fullmatch(key):
        return "stamp"
    if _CREDIT_ENGLISH.match(key) and not key.endswith("."):
        return "editor"
    if (STAMP_ENGLISH.match(key) or STAMP_PIPED.search(key)) and not key.endswith("."):
        return "stamp"
    if length <= 60 and (kind := word_kind(key)):
        return kind
    if key[0] in "0123456789-—–第ACPT共今总本国邮·•" or "版" in key or "期" in key or "星" in key:
        if _PAGE_NO.match(key):
            return "page_number"
        if _EPAPER.match(key) and not ENDMARK.search(key):
            return "masthead"
    if form := _SHORT_FORM.match(key):
        return form.lastgroup or ""
    if captions.is_caption(key):
        return "caption"
    if key.count("|") >= 2 and STAMP_LINE.match(key):
        return "stamp"  # a row of a document's particulars
    if key.count("|") >= 2 and not ENDMARK.search(key) and "," not in key and length <= 60:
        return "navigation"
    if _POINTER.match(key):
        return "pointer"
    if key.startswith("(function(") or "document.cookie" in key:
        return "script"
    if captions.is_picture(key):
        return "caption"
    if key[-1] in _MASTHEAD_ENDS and _MASTHEAD.match(key):
        return "site_name"
    if COUNTS.search(key) and length <= 40 and not ENDMARK.search(key):
        return "stamp"
    odd = key[0] in "pP" or "\u0100" <= key[0] < "\u3130"
    return "ornament" if odd and _ODD.match(key) else ""


def _either(**forms: re.Pattern[str]) -> re.Pattern[str]:
    """Return one form for several, in their order; the name of its last group tells which it is."""
    return re.compile(
        "|".join(
            f"(?P<{kind}>(?{'i' if form.flags & re.IGNORECASE else ''}:{form.pattern}))"
            for kind, form in forms.items()
        )
    )


_SHORT_FORM = _either(
    crumb=_CRUMB,
    notice_head=_NOTICE_HEAD,
    related=_RELATED,
    comments=_COMMENTS,
    byline=_BYLINE,
    author=_AUTHOR,
    search=_SEARCH,
    page_number=_PAGER,
    attachment=_ATTACHED,
    follow=_FOLLOW,
    contact=_CONTACT,
    host=_HOST,
    distribution=_SENT,
)


def _is_prose(key: str) -> bool:
    """True for a line with sentences, so that a date in front does not make it a stamp."""
    ends = len(ENDMARK.findall(key))
    return ends >= 2 or (ends >= 1 and len(key) >= 30) or key.count(",") >= 3
