"""Find shortfalls: problems, gaps and weak indicators that the article admits.

Only clauses that state something count: 补齐短板 is a plan, not an admission.
"""

import re
from collections.abc import Sequence

from briefing.records import Article, Shortfall
from briefing.rules import settling
from briefing.rules.clauses import Sentence
from briefing.rules.moods import Marked, Mood

_ADMITS = re.compile(
    r"存在.{0,24}(?:问题|缺口|短板|不足|差距|困难|薄弱|隐患|矛盾|制约|欠缺|现象|风险)|(?:问题|困难|矛盾|压力|差距|短板|瓶颈).{0,8}(?:突出|存在|较大|仍大|明显|严峻|较多)|"
    r"缺口|短板|不足(?!\d|[一二三四五六七八九十百千])|滞后|[偏较]慢|浑浊|趋缓|扰民|(?:投诉|举报)$|被动$|梗阻|(?:只|仅)(?:拆除|开工|建成|签约|落实|整改|销号)了?\d|没有?(?:落实|落成|竣工|建成|进展)|(?:大幅|严重|明显|持续)(?:下降|下滑|萎缩|减少|走低)|(?:面积|销售|收入|产值|投资|增加值|出口|利润|税收)[^,]{0,4}降幅(?:达|为|超|在)?\d|(?:增速|增长|增势|速度|步伐)(?:明显|有所|持续|进一步)?放缓|倒数(?:第|前)?[一二三四五六七八九十\d]|末[一二三两\d位]位|(?:得分|排名|综合)后[一二三四五两\d]+[位名个]|黄牌|红牌|死灰复燃|零(?:签约|开工|投产|入规|入统|申报)|(?:为|是)零$|实质性进展|已逾期|(?:仍|还|尚)有\d+[^,]{0,16}(?:未|没|不|缺)|只剩\d|压力[^,]{0,4}(?:持续)?加大|后劲不足|乏力|批评|警告|缓慢(?!恢复|回升)|不平衡|不充分|薄弱|瓶颈|制约|下滑|低迷|负增长|未(?:完成|达|能|按|达到|及时|解决)|尚未|不到位|不及时|不够|不高|不强|不优|不长|不多|不严|不重视|不响|"
    r"偏[低少高弱紧窄小]|拖累|拖欠|欠账|隐患|紧缺|(?<!在)紧张(?!有序|施工|进行|地|忙|作业|筹备|推进)|流于形式|反弹|困难|压力(?:不小|较大|很大|仍大|仍然|依然|增大|加大)|不小压力|落后|仍有.{2,20}(?:未|需|没有)|没有(?:根本)?解决|仅(?!用|需|花|耗|此|次|歇|供|剩)(?:完成|为|有|达|占|实现)?[^,]{0,10}?(?:\d|[一二两三四五六七八九]成)|却(?:只有|仅有?)|差距不容|(?:很大|较大|一定|不小|明显)的?差距|[较比][^,]{1,8}(?:后退|下滑|下降)\d+[位名]|无进展|停产(?!整)|应付(?!账款)|重.轻.|(?:排名|位居|列).{0,6}末位|增速(?:只有|仅)|[还尚仍]差\d|(?:停车|行路|出行|就医|看病|入学|上学|办证|充电|买菜)难|暂未|(?:长年|长期|仍|至今)没有|剥落|外露|渗漏|漏水|开裂|塌陷|淹水|内涝|延宕|率仅|率只有|不到[一二两三四五]成|不细|还不够|仅\d|不(?:容)?乐观|没能|没有?真正|没有?充分|超(?:警戒|汛限)|严峻|疲软|走弱|重建设轻|恶化|垫底|拥堵|无人(?:报名|问津|认领)|不畅|不便|有待|流标|未按期|停滞|亏损|关停|外流|流失|断供|超标|不合格|不达标|占比不足|空白|反复出现|排查不细|推诿|扯皮|缺(?:水|电|工|人|钱)|否决|趋紧|亮红灯|亮黄灯|仅可|更加隐蔽|屡禁不止|空转|零处罚|没有达成|受影响|只完成|排名靠后|订不到|不统一|躺平|不作为|不愿|不敢(?!懈怠|松懈|怠慢)|缺乏|缺失|缺位|缺少|不健全|不完善|不规范|不均衡|不协调|不匹配|不力|不彻底|不深入|不扎实|不及预期|不达预期|不理想|不牢|不稳(?!定)|不明显|不主动|不顺|不便捷|偏弱|偏重|单一|粗放|(?<!适)老化|破损|陈旧|走过场|敷衍|慢于|迟缓|受阻|烂尾|延误|逾期未|超期未|黑臭|堵点|痛点|难点|难以|难度(?:较大|大|加大)|吃力|乏力|疲弱|萎缩|下行压力|下跌|减收|欠薪|积压|外迁|倒闭|短缺|掣肘|漏洞|盲区|断层|松懈|麻痹|未(?:交付|签约|进场|拨付|启用|落实|整改|建立|开展|启动|开工|安装|投用|办结|到位)|尚需|有差距|差距(?:较|仍|还)|拉低|拖后腿|跟不上|供不应求|供给不足|风险(?:较高|突出|上升|加大)|矛盾|不平衡性|重视不够|认识不足|依赖(?:度|性)|卡脖子|没有从?根本|"
    r"(?<!绝)(?<!决)(?:上|招|进|引|留|买|卖|办|喝|找|修|接)不(?:上|下|到|来|去|出|完|成|通)|没(?:水|电|路|人|地方|钱|车位|着落|动静)|拖了[一二三两半\d]+个?[多余]?[月年天]|(?:(?<!减)少|缩水)了?[一二三四五六七八九]成|只有[^,]{1,12}[一二三四五六]成|(?:分布|分配|发展)不均|被堵|老龄化|才[一二两三\d]+[班趟]|短收|故障|延期(?:约|近)?[\d一二两三四五六七八九十]|(?:部分|个别|少数|有的|一些)[^,]*(?:不(?!断|等|少)|未|没有?|缺|差|滞后|慢)|存在[^,]*(?:非法|违规|违法|乱)|乱(?:倾倒|堆|排|搭|停)|未(?:履行|处理|形成)|没有?(?:处理|履行)|退[到至]第?\d|欠(?:目标|序时|时序|进度|计划)|[比较][^,]{2,20}(?:低|慢|(?<!减)少|差|落后)了?(?:约|近|超过?)?\d|(?:到现在|至今|还|仍|依然|一直|目前|始终)[^,]{0,4}没有?(?!发[生现]|出现)|(?:率|量|值|占比|容量|规模|面积|人数|企业|项目|之比)[^,]{0,6}只有\d|有难度|拖[^,]{0,4}后腿|不增反降|由正转负|没有?(?:达到|完成|实现|压到|落到|形成|见到|按计划)|打不通|(?:推进|进展|进度|办理|审批)[较偏太还]?慢|太慢|较大(?:的)?冲击|承压|"
    r"回落明显|明显回落|漏项|积水(?!的|点|易)|压货|卡在|高度警惕|忧大于喜|刚过[一二三四]成|(?:漏损|空置|闲置|投诉|退货)率高达|过半(?=$)(?<=面积过半)"
)
_WEAK = re.compile(
    r"(?:空置|漏损|闲置|失业|亏损|负债|不良)率(?:仍|还|却)?(?:有|高达)\d|(?:率|值|链条?|企业|程度|水平|质量|能力|规模|占比|比重|意识|基础|项目|人才|渠道|参与|人员|人手|数量|岗位)(?:还|仍|较|偏|普遍|相对)?(?:低|少|短|小|弱|差)$|(?:周期|链条|时间|流程|距离)(?:还|仍|较|偏)?长$|"
    r"(?:成本|费用|价格|投诉[量率]?|门槛)(?:还|仍|较|偏)?高$|居高不下|趋于饱和|超负荷|不堪重负|[引招][不难][进来]|留不住|因[^,]{1,8}停工|[晚迟]了[一二三两半\d]+个?[多余]?[月天年]|等靠要|(?:管网|设施|设备|线路)老旧|逢雨必[涝淹]|"
    r"没有(?:进场|开工|施工|动工|复工|执业|专职|专人|专业|固定|独立|统一|规范|配套)|批而未供|供而未用|压力大$|不足[一二三四五六七八九]成|(?:收入|平均|人均|率|量|人员|占比|比例)[^,]{0,4}不足\d|(?:率|完成)[^,]{0,6}最低|无法(?:进场|开工|推进|施工|办理|落地|实施|满足)|融资贵|"
    r"(?:失业率|浓度|投诉量?|发案|亏损面|事故|能耗|负债率)[^,]{0,12}(?:上升|反弹|扩大)"
)
"""What is weak by nature: a rate that is low, a time that is long, a cost that is high."""

_LACKING = re.compile(
    r"[^,]{2,}(?:不[大浓深紧实广快新专齐活顺准清明熟周严力牢优够多长高强细足到全]|不(?:足|够|到位|及时|明显|平衡|充分|规范|健全|完善|理想|扎实|深入|主动|彻底|均衡|协调|匹配|配套|通畅|合理|精准|对称|敏感)|偏[低少慢弱高]|[较仍还]低|滞后|缓慢|[较太偏]慢|有待(?:进一步)?(?:加强|提升|提高|改善|完善|增强)|乏力|不力|不实|放缓|趋缓|走低|被动|吃紧|薄弱|欠缺|缺失|难度(?:较大|大))$"
)
"""A clause that ends in what lacks, whatever work it names before: 整治工作宣传不够."""

_STATED = re.compile(
    r"(?:还|仍|但|依然|尚|也|普遍)(?:存在|存有)(?:着|了)?[^,]*(?:不|未|没|缺|乏|滞后|薄弱|偏|空白|死角|盲区)|(?:仅|只)(?:完成|拆除|销号|整改|开工|建成|签约|落实|办结|解决)了?[\d一两三]|(?:投诉|上访|未[^,]{1,8}|不[^,]{1,8})的(?:仍|还|尚)有\d|死灰复燃|(?:问题|任务|承诺|要求)[^,]{0,4}没有?(?:落实|解决|兑现|完成)$"
)
"""A clause that says that there still is a lack, whatever it is to be done about: 整治工作还存在标准不高的问题."""

_BELOW = re.compile(
    r"仍低于|低于(?:全[国省市区县州]|年初|年度|时序|既定|序时|预期|平均|目标|计划|上年|去年)"
)
_FALLS = re.compile(
    r"(?P<verb>(?:由|从).{1,12}(?:回落|下降|下滑|降|跌)至|(?:下降|减少|回落|下滑|减产|萎缩|收缩)了?(?:约|近|超过)?)(?P<number>\d+)"
)
_GOOD_WHEN_LOW = re.compile(
    r"问题|隐患|积案|点位|黑臭|逾期|亏损|失业|故障|报告|[水电气房物油粮]价|收费|漏损|空置|能耗|浓度|PM|排放|事故|失业|发案|案件|成本|负担|时间|时限|库存|不良|死亡|投诉|信访|费用|税费|降幅|杠杆|负债|债务|贫困|水耗|用水|火灾|刑事|收窄|审批|环节|材料|赤字"
)
_LOW = re.compile(r"仅|只|低于|降[至到]|[比较][^,]{2,20}[低少]|下降|减少|回落")
_WORKED_ON = re.compile(
    r"解决|破解|针对|聚焦|紧盯|围绕|防止|避免|克服|化解|补[齐上强足]|排查|整治|查|找|思|看|议|谈|晒|摆|揭|最?怕|被?问|要|将"
)
_BULLETIN, _GREAT_FALL = 5, 10
"""Falls that make a page a bulletin, in which only those of ten per cent are problems."""
_REGRETS = re.compile(r"但|不过|然而|受.{1,10}影响|仍|问题")
_LEANS = re.compile(
    r"未(?:达|完成|按|能|通过)|没有?(?:达到|完成)|尚未|(?:目前|现|至今)?(?:仅|只)|同口径|低于|慢于|同比下降|下[降滑跌]|[较比][上去全]|比[^,]{2,14}[低慢少]|排名|减少|回落|完成率|(?:排|居|列)(?:在?全|末|倒)|至今|迟迟|直接影响|不增反降|确实"
)
"""How a clause begins that says of the one before it how bad that is."""

_LABEL = re.compile(
    r"[\u3400-\u9fff]{0,6}原因|(?:主要|目前|当前)?(?:仍|还)?存在的?(?:主要|突出)?(?:问题|不足|短板)(?:是|有)?|问题|不足"
)
_NAMES_NONE = re.compile(
    r"(?:看到|看清|认识到|指出|显露|暴露|揭|亮|晒|查找|找|剖析|反思)[了出到]*(?:自身|自己|我们|工作中?|其|还|仍|当前)*(?:存在的?)?(?:一些|很多|许多|诸多|的|主要|突出|工作|发展)*"
    r"(?:问题|不足|短板|差距|困难|弱项)(?:[和与、](?:问题|不足|短板|差距|困难|弱项|薄弱环节))*(?:主要)?[是有]?$|[揭亮晒]短板|压力下$|严峻(?:的)?形势$|^(?:当前)?形势(?:十分|依然|仍然?)?(?:严峻|不容乐观)$|^(?:当前)?的?(?:严峻|复杂|困难)[^,]{0,6}(?:形势|局面|局势)$|哪些(?:问题|困难|不足|短板)|提出存在的?问题$|存在[一二三四五六七八九两几\d]+(?:个|项|方面|大)(?:方面)?的?(?:突出|主要)?问题$|[最就害]怕|^并?就.*问题(?:听取|询问|交流|讨论|提出|进行)"
)
"""Says that there are problems, and not which."""

_LACKS = (
    r"(?:问题|困难|矛盾|短板|不足|弱项|挑战|隐患|难题|堵点|痛点|难点|风险|压力|薄弱环节|困难问题)"
)
_BARE = re.compile(
    rf"(?:[镇乡村]|[\"“][^\"”]*[\"”]|我们|我[市县区镇]|更|全[市县区镇]|自身|自己|工作中?|当前|目前|发展中?|经济|运行|督查|巡查|调研|检查|会议|此次|这次|主要|通过|组|发现|看到|认识到|面临|面对|存在|还有?|仍然?|依然|依旧|也|都|有|是|着|了|的|一些|一定|许多|很多|诸多|不少|各种|几[个点项]|具体|突出|严峻|严重|明显|较大|较多|不容忽视|很|比较|十分|个别|部分|同时|但|{_LACKS}|亟[需待]|加以|予以|需要?|解决|完善|改进|克服|[和与及、,:])+"
)
"""Says that there are problems, and nothing of which; before a colon only their heading."""

_HANDLED = re.compile(
    rf"(?:对|就)(?!.*\d)[^,]+(?:进行了?|作了?|做了?|作出|予以)(?:通报|部署|安排|分析|研究|汇报|点评|剖析|讲评|说明)|(?:对|就|针对).*{_LACKS}.*(?:进行|开展|作出|提出|做出|予以|作了|安排|研究|讨论)|(?:督导|督查|督办|检查|排查|分析|研究|汇报|通报|讨论|梳理|协调|会商|部署|交流)[^,]*{_LACKS}(?!.*(?:不|未|仍|突出|较大|严重))|{_LACKS}.*(?:原因|办法|安排|打算|措施|清单|台账|工作)$|未[^,]{{2,20}}的(?:主要)?原因|对[^,]*(?:较慢|滞后|不力)的[^,]*(?:展开|开展|进行)[^,]*督[查导]|^对[^,]*(?:企业|项目|单位|乡镇|地方|问题|隐患|短板)[^,]*(?:建立|实行|开展|逐[一个]|限期|落实|给予|予以|采取|设立|整改)|^对[^,]*的$|^对[^,]*(?:项目|单位|企业|乡镇|部门|指标)$|^[^,]{{0,16}}对[^,]*(?:发现|查出|存在|反映)的{_LACKS}$"
)
"""What is done about problems: 对存在的问题进行了研究."""

_REPORTED = re.compile(
    r"(?:对|和|、|及|与)(?P<what>[^、和及与,]{0,8}(?:较慢|滞后|缓慢|落后|靠后|不力|偏低)的(?:(?![要将应须])[\u3400-\u9fff]){2,8}?)(?:进行了?|作了?|予以)(?:通报|讲评|点评|曝光)(?!批评)"
)
"""What is slow is named where it is reported: 对亮点和(进展较慢的工作)进行了通报."""

_LISTED = re.compile(
    r"(?:对|针对|就)(?:当前|目前|督查|检查|调研|企业)?(?:中)?(?:存在的?|发现的?|反映的?|提出的?)?(?P<what>(?=[^,]*(?:不|未|乱|缺|难|滞后|偏|慢))[^,]{4,}?)等(?:突出|具体|现实|实际)?(?:问题|困难|情况)"
)
"""Problems that are named where they are dealt with: 对(清扫不及时、乱堆乱放)等问题提出意见."""

_STRIPPED = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}是|即(?![将使便])|[(（][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、)](?!\d)|[一二三四五六七八九十]{1,2}、|但是?|然而|不过|只是|可是|尤其是|特别是|[\u3400-\u9fff]{0,12}?要(?:清醒|深刻|充分)?(?:地)?(?:认识|看)到?)+"
)
"""Before what lacks: a number in a list, 但, 要清醒认识."""

_NO_LACK = re.compile(
    r"^不是|(?<![主只还重需首])要是|如果|假如|倘若|什么|怎么|哪[些里个]|多少|[吗呢]$|就没有?差距|(?:形势|问题|任务)(?:同样|依然|仍然?|十分|也)*(?:不容乐观|严峻|艰巨)$|(?:约谈|问责|处分|处理|追责)[^,]{0,8}\d+(?:名|人|个)|[他她我](?:腿|身|家|妈|爸|儿|女)|总算|终于|(?<!至今)(?:[中有是]|的是)$|摸排|分析制约|逐一整改|去年这个时候|[几一两三]年前"
)
"""A question, a condition, what was done about it, what is over, and words before a list of things that lack."""

_MIXED = re.compile(
    r"(?:上涨|增长|上升)[^,、]{0,6}\d[^,、]{0,6}、[^,]*(?:下降|回落)|(?:下降|回落)[^,、]{0,6}\d[^,、]{0,6}、[^,]*(?:上涨|增长|上升)"
)
"""A list of rises and falls: no one thing is weak."""

_TOPIC = re.compile(r"的[\u3400-\u9fff]{0,4}(?:项目|工程|单位|部门|企业|乡镇|指标|地区)$")
"""Names whose problem it is, for what comes next: 进度较慢的项目,要…."""

_ASIDE = re.compile(
    r"^(?:主要)?表现在|(?:压力|影响|背景|情况|形势)下$|^(?:问:|比如|例如|主要是|其中|对此|全年|截至|总的来看|从)|如下$|^(?:主要)?存在(?:的)?(?:主要|突出)?问题.{0,2}$|完成率\d|解决|^发现|工程中$|面临|^受[^,]{2,12}影响$|^主要原因|^(?:仍|还|也)?需要?(?:大力|加快|加大|加强|进一步|协调)"
)
_TURNS = re.compile(
    r"^(?:但|然而|不过|可是|只是|遗憾|美中不足|值得注意|令人担忧|与此同时)|至今|迟迟|依然|仍然|仍(?!将|要|需)|反而"
)
_NEGATIVE = re.compile(
    r"不(?![是断仅但少错同久忘俗菲凡愧负懈止停用再妨误减变])|未(?!来)|没|无(?![锡偿线缝废忧愧私限数])|难(?!关)|[缺仅慢堵跌差]|只有|偏[低高少慢弱]|高企|下降|减少|停滞|等待|排队"
)
_MENDS = re.compile(
    r"^(?:强化|加强|加大|加快|突出|聚焦|抓好|推进(?!较|缓))|^(?:彻底|全面|集中|坚决|及时|依法|立即)?(?:拆除|清理|清除|取缔)|^[一二三四五六七八九十]、|^(?:认真|深入|全面|重点)?(?:分析|剖析|研判|查摆|了解|梳理)|(?:修复|更换|维修(?!中心|站|厂|基金)|整修|粉刷)(?:了|破损|[^,]{0,8}\d)|说不足|看差距|(?:要求|责成|督促)[^,]{0,4}未|^[仅只就]剩|被?问[到及]|攻[难坚克]|找准|拿出|^以.{2,12}的(?:勇气|担当|态度|决心|力度|干劲)|改善.{0,12}(?:不足|问题|困难)|有增无减|没有停滞|听取|(?:了解|察看|查看|询问).{0,40}(?:问题|困难|难点|短板|情况)|询问|紧盯|盯[住紧牢]|看准|对.*(?:问题|不足).{0,6}提出|补[齐上强足].{0,6}短板|解决.{0,24}(?:问题|困难|难题|堵点|难点|痛点)|滞后(?:项目|指标|单位|工程|问题)|^问:|发现.{0,6}隐患\d|^(?:面对|尽管|虽然|克服|顶住|针对|围绕)|网[友传]|属实|补[齐上强足]?(?:短板|弱项)|补短板|找(?:准|到)?差距|找短板|缩小.{0,6}差距|解决了?.{0,12}(?:问题|困难|难题)|破解|克服|化解|消除|打破|突破.{0,6}瓶颈|排查|整治(?!.*反弹)|查找|分析短板|对照.{0,8}短板|防范|应对|缓解|"
    r"正视|充分认识|深刻认识|认清|摆问题|针对|聚焦.{0,6}短板|突出短板|思自身不足|查不足|填补|隐患(?:排查|整治)|困难(?:老|残疾|户|群众|职工|家庭|学生|人员|企业帮扶)|不足为|压力感|滞后的(?!\d)|问题清单|说问题|不甘落后|为企|以防|避免|杜绝|盘活|疏通|打通|攻克|补短|弥补|扭转|纠治|纠正|治理|防止|严禁|坚决|根治|清零|销号|低于.{0,8}(?:上限|警戒|红线|控制)"
)


def find(
    article: Article, sentences: Sequence[Sentence], moods: Sequence[Sequence[Marked]]
) -> list[Shortfall]:
    """Return the shortfalls in order of the text; each is one clause, or one part of a list set off by semicolons."""
    found: list[Shortfall] = []
    listed = False
    falls = sum(bool(_FALLS.search(marked.clause.text)) for row in moods for marked in row)
    for sentence, row in zip(sentences, moods, strict=True):
        listed = sentence.text.endswith(";") or (listed and sentence.text.endswith("。"))
        if not sentence.heading:
            found += [
                Shortfall(sentence=sentence.number, what=article.text[start:end])
                for start, end in _runs(row, together=listed, likely=_likely(sentence, falls))
            ]
        listed = sentence.text.endswith(";")
    return settling.settle(article, found)


def _likely(sentence: Sentence, falls: int) -> bool:
    """A fall is a problem where few things fall, or where the sentence regrets it."""
    return falls < _BULLETIN or bool(_REGRETS.search(sentence.text))


def _runs(row: Sequence[Marked], *, together: bool, likely: bool) -> list[tuple[int, int]]:
    """Return the ranges of the admitting clauses; `together` joins neighbours."""
    runs: list[tuple[int, int]] = []
    before = False
    last: Marked | None = None
    for place, marked in enumerate(row):
        named = _REPORTED.search(marked.clause.text) or _LISTED.search(marked.clause.text)
        if marked.mood is not Mood.HEADING and (told := named):
            at = marked.clause.start
            runs.append((at + told.start("what"), at + told.end("what")))
            before, last = False, marked
            continue
        admitted = _is_shortfall(marked, likely=likely)
        if admitted and before and together:
            runs[-1] = (runs[-1][0], marked.clause.end)
        elif admitted:
            leans = last and last.clause.stop == "," and _LEANS.match(marked.clause.text)
            leans = leans if last and not _REPORTS.search(last.clause.text) else None
            if leans and last and _is_good(last.clause.text, marked.clause.text):
                admitted = False
            elif leans and before:
                runs[-1] = (runs[-1][0], marked.clause.end)
            else:
                own = _whose(row, place).clause if leans else marked.clause
                runs.append((own.start + _told(own.text), marked.clause.end))
        before, last = admitted, marked
    return runs


def _whose(row: Sequence[Marked], place: int) -> Marked:
    """Return the clause that says whose problem a leaning one is: 外资1亿元|,下降38%,|排全市末位."""
    first = max(0, place - 1)
    if first and _CHANGE.fullmatch(row[first].clause.text) and row[first - 1].clause.stop == ",":
        first -= 1
    return row[first]


_REPORTS = re.compile(r"(?:通报|汇报|介绍|宣读)了")
"""A clause of who reports, which names nothing that lacks."""

_CHANGE = re.compile(r"(?:同比|环比|比上年(?:同期)?)?(?:增长|下降|减少|下滑|增加)[\d.]+[^,]{0,4}")


def _told(text: str) -> int:
    """Return where a problem begins after who speaks of it, or its number: 林议员另关心|公托不足."""
    asks = _ASKS.match(text) or _STRIPPED.match(text)
    return asks.end() if asks and len(text) - asks.end() >= 4 else 0


_ASKS = re.compile(r"[\u3400-\u9fff]{2,14}?(?:关心|反映|质疑|抱怨|批评|痛批|曝光了)")


def _is_shortfall(marked: Marked, *, likely: bool) -> bool:
    text = marked.clause.text
    told = text[_told(text) :]
    if marked.clause.stop == "?" or _NO_LACK.search(text):
        return False
    if _LABEL.fullmatch(told) or _NAMES_NONE.search(text):
        return False
    if marked.clause.stop == ":" and _BARE.fullmatch(told):
        return False
    if _HANDLED.search(text) or (_MIXED.search(text) and not _STATED.search(text)):
        return False
    fall = None if likely or _ADMITS.search(text) else _FALLS.search(text)
    if fall and int(fall["number"]) < _GREAT_FALL:
        return False
    if _TOPIC.search(text):
        return False
    if marked.mood is Mood.PROBLEM:
        mends = _MENDS.search(text) and not (_LACKING.fullmatch(text) or _STATED.search(text))
        return len(text) >= 4 and not mends and not _ASIDE.search(text)
    return marked.mood is Mood.FACT and admits(text)


def _is_good(thing: str, told: str) -> bool:
    """Tell whether it is good that what `thing` names is as low as `told` says: 失业率, 水价."""
    return bool(_GOOD_WHEN_LOW.search(thing) and _LOW.search(told))


def admits(text: str) -> bool:
    """Tell whether a stated clause (folded) admits a problem."""
    lacking = bool(_LACKING.fullmatch(text) or _STATED.search(text))
    if (_MENDS.search(text) and not (lacking and not _WORKED_ON.match(text))) or len(text) < 4:
        return False
    if _is_good(text, text):
        return False
    if lacking:
        return True
    if _ADMITS.search(text) or _BELOW.search(text) or _WEAK.search(text):
        return True
    if _TURNS.search(text) and _NEGATIVE.search(text):
        return True
    falls = _FALLS.search(text)
    if falls is None or _GOOD_WHEN_LOW.search(text):
        return False
    named = re.sub(r"^其中|同比|比上年|较上年|按.{2,6}口径", "", text[: falls.start()])
    return len(named) >= 3
