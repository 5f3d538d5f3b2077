"""Pages in Chinese, Japanese, Korean, Thai, Arabic, Persian and Hebrew: their days and names."""

import pytest

from search import read_article
from search.ingest.page.eastern import find_signed
from search.ingest.page.moments import read_moment

MAY_6 = "2024-05-06"
# short paragraphs, as news in signs has them
CHINESE = (
    "海堤昨夜经受住了三十年来最强的风暴。",
    "市长周一表示，巨浪整夜冲击海滨大道。",
    "约四百人在镇上两所学校过夜。",
)
JAPANESE = (
    "港の防波堤は一夜の嵐に耐えた。",
    "高さ９メートルの波が遊歩道を襲った。",
    "約４００人が学校で夜を過ごした。",
)
KOREAN = (
    "방파제가 밤새 폭풍을 견뎌냈다.",
    "높이 9미터의 파도가 산책로를 덮쳤다.",
    "주민 400여 명이 학교에서 밤을 보냈다.",
)
FRAME = "<a href='/'>{0}</a><a href='/1'>{0}</a>"


def read_page(lang: str, headline: str, line: str, paragraphs: tuple[str, ...], last: str = ""):
    told = "".join(f"<p>{paragraph}</p>" for paragraph in (*paragraphs, *filter(None, [last])))
    page = (
        f"<html lang='{lang}'><head><title>{headline}</title></head><body><header>"
        f"{FRAME.format('新闻')}</header><main><h1>{headline}</h1><div>{line}</div>{told}</main>"
        "<footer><p>版权</p></footer></body></html>"
    )
    return read_article(page.encode(), name="a.html")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("6 พฤษภาคม 2567", MAY_6),
        ("วันจันทร์ที่ 6 พ.ค. 2567 18:30 น.", MAY_6),
        ("٦ مايو ٢٠٢٤", MAY_6),
        ("الاثنين 6 أيار/مايو 2024", MAY_6),
        ("6 كانون الثاني 2024", "2024-01-06"),
        ("۱۷ اردیبهشت ۱۴۰۳", MAY_6),
        ("دوشنبه ۱۷ اردیبهشت ۱۴۰۳ - ۱۸:۳۰", MAY_6),
        ("۳۰ اسفند ۱۴۰۳", "2025-03-20"),  # of a leap year
        ("۱ فروردین ۱۴۰۴", "2025-03-21"),
        ("۱ فروردین ۱۳۷۰", "1991-03-21"),
        ("תאריך: 1403/02/17", MAY_6),  # figures that only a text in such a script may have
        ("1403/02/17", None),
        ("6 במאי 2024", MAY_6),
        ("6 मई 2024", MAY_6),
        ("৬ মে ২০২৪", MAY_6),
        ("Thứ Hai, ngày 6 tháng 5 năm 2024", MAY_6),
        ("令和6年5月6日", MAY_6),
        ("平成元年5月6日", "1989-05-06"),
        ("2024年5月6日 18時30分", MAY_6),
        ("2024.05.06. 오후 6:30", MAY_6),
        ("14 Feb ’22", "2022-02-14"),
    ],
)
def test_day_in_other_scripts_and_calendars(text: str, day: str | None) -> None:
    moment = read_moment(text)
    assert (moment.date().isoformat() if moment else None) == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("الاثنين 6 مايو 2024 - 06:30 م", "2024-05-06T18:30:00"),
        ("6 مايو 2024 - 06:30 ص", "2024-05-06T06:30:00"),
        ("2024-05-06 오후 6:30", "2024-05-06T18:30:00"),
        ("2024-05-06 下午6:30", "2024-05-06T18:30:00"),
        ("2024-05-06 06:30 PM", "2024-05-06T18:30:00"),
        ("2024-05-06 12:15 am EST", "2024-05-06T00:15:00-05:00"),
    ],
)
def test_half_of_the_day_is_read(text: str, moment: str) -> None:
    found = read_moment(text)
    assert found is not None
    assert found.isoformat() == moment


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "2024年05月06日 18:30　来源：港口新闻"),
        ("zh", "发布时间：2024-05-06 18:30"),
        ("ja", "2024年5月6日 18時30分"),
        ("ja", "公開日 2024/05/06(月) 18:30"),
        ("ko", "입력 2024.05.06. 오후 6:30 | 수정 2024.05.07. 오전 9:00"),
        ("th", "เผยแพร่ 6 พฤษภาคม 2567"),
        ("fa", "تاریخ انتشار: ۱۷ اردیبهشت ۱۴۰۳ - ۱۸:۳۰"),
        ("ar", "نشر في: 6 مايو 2024"),
        ("he", "פורסם: 6 במאי 2024"),
        ("vi", "Ngày đăng: 6 tháng 5, 2024"),
    ],
)
def test_line_under_the_headline_prints_the_day(lang: str, line: str) -> None:
    published = read_page(lang, "海堤经受住三十年来最强风暴", line, CHINESE).published
    assert published is not None
    assert published.date().isoformat() == MAY_6


@pytest.mark.parametrize(
    "line", ["更新时间：2024-05-07", "수정 2024.05.07. 오전 9:00", "עודכן: 7 במאי 2024"]
)
def test_day_of_a_change_is_none_of_publication(line: str) -> None:
    article = read_page("zh", "海堤经受住三十年来最强风暴", line, CHINESE)
    assert article.published is None
    assert str(article.updated)[:10] == "2024-05-07"


@pytest.mark.parametrize(
    ("lang", "headline", "paragraphs"),
    [
        ("zh", "海堤经受住三十年来最强风暴", CHINESE),
        ("ja", "防波堤、嵐に耐える", JAPANESE),
        ("ko", "30년 만의 폭풍에도 방파제 버텨", KOREAN),
    ],
)
def test_short_paragraphs_of_signs_are_a_story(
    lang: str, headline: str, paragraphs: tuple[str, ...]
) -> None:
    assert read_page(lang, headline, "", paragraphs).body.split("\n\n") == list(paragraphs)


@pytest.mark.parametrize(
    "line",
    [
        "责任编辑：李华",
        "来源：港口新闻",
        "相关阅读：渡轮搁浅",
        "版权所有 未经授权禁止转载",
        "【関連記事】",
        "無断転載を禁じます",
        "저작권자 ⓒ 항구뉴스 무단전재 및 재배포 금지",
        "김민수 기자 minsu@harbour.example",
        "اقرأ أيضا: العبارة جنحت",
        "بیشتر بخوانید",
        "קראו גם: המעבורת עלתה על שרטון",
        "Xem thêm: Phà mắc cạn",
    ],
)
def test_line_of_the_page_is_no_part_of_the_story(line: str) -> None:
    body = read_page("zh", "海堤经受住三十年来最强风暴", "", CHINESE, line).body
    assert body.split("\n\n") == list(CHINESE)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("作者：王小明", ("王小明",)),
        ("2024-05-06 记者 王小明、李华", ("王小明", "李华")),
        ("（記者 山田太郎）", ("山田太郎",)),
        ("文／王小明", ("王小明",)),
        ("김민수 기자", ("김민수",)),
        ("입력 2024.05.06. | 김민수·이영희 기자", ("김민수", "이영희")),
        ("记者从市政府获悉", ()),  # a reporter learnt
        ("作者：佚名", ()),
        ("기자 회견을 열었다", ()),
        ("법조 출입 기자들", ()),
        ("By Ana Reyes", ()),
        ("كتب: أحمد محمود | الاثنين 6 مايو 2024", ("أحمد محمود",)),
        ("بقلم أحمد محمود", ("أحمد محمود",)),
        ("מאת דנה לוי 06.05.24", ("דנה לוי",)),
        ("كتب الوزير في رسالته إلى المجلس أن السد صمد", ()),  # the minister wrote
    ],
)
def test_names_that_sign_a_line(line: str, names: tuple[str, ...]) -> None:
    assert find_signed(line) == names


def test_story_is_by_who_signs_under_the_headline() -> None:
    article = read_page("zh", "海堤经受住三十年来最强风暴", "港口新闻　作者：王小明", CHINESE)
    assert article.authors == ("王小明",)
