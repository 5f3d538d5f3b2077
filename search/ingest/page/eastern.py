"""What pages in Chinese, Japanese, Korean, Arabic, Persian, Hebrew, Hindi, Bengali, Thai and
Vietnamese set between a story's paragraphs, and how they sign it."""

import re

# "相关阅读：…", "責任編輯：李華", "관련기사", "اقرأ أيضا: …", "Xem thêm: …"
_ASIDES = re.compile(
    r"""
    (?: 责任编辑 | 責任編輯 | 责编 | 編輯 | 编辑 | 校对 | 来源 | 來源 | 出处 | 文章来源
      | 原标题 | 关键词 | 标签 | 图源 | 图片来源 | 圖片來源 | 写真 | 画像 | 출처 | 사진
      | المصدر | الصورة | منبع | צילום )
      \s? [:：=＝/／] .{0,80}
    | (?: 相关 | 相關 | 延伸 | 推荐 | 推薦 | 精彩 | 热门 | 熱門 )
      (?: 阅读 | 閱讀 | 新闻 | 新聞 | 文章 | 推荐 | 视频 ) .{0,80}
    | (?: 分享到 | 分享至 | 点击(?:进入|查看|下载|阅读) | 點擊 | 扫一扫 | 扫码 | 长按
      | 关注 .{0,20} 公众号 | 更多 .{0,20} 请 ) .{0,120}
    | .{0,40} (?: 版权 (?: 所有 | 归 | 声明 ) | 版權所有 | 未经 .{0,6} 授权
      | 未經 .{0,6} 授權 | 转载请注明 ) .{0,160}
    | [【［\[]? (?: 関連 (?: 記事 | リンク | ニュース ) | 関連 | あわせて読みたい
      | 続きを読む | もっと見る | 広告 | この記事をシェア | おすすめ記事 ) [】］\]]?
      (?: [:：】] .{0,80} )?
    | .{0,60} (?: 無断転載 | 無断複製 | 会員限定記事です | 有料会員 ) .{0,120}
    | (?: 관련 \s? (?: 기사 | 뉴스 ) | 많이 \s 본 \s 뉴스 | 기사 \s? 더 \s? 보기 )
      (?: \s? [:：] .{0,80} )? | 광고
    | .{0,60} (?: 무단 \s? (?: 전재 | 복제 | 배포 ) | 저작권자 ) .{0,120}
    | [가-힣]{2,5} \s? (?: (?: 선임 | 수습 | 인턴 ) \s? )? 기자 \s? [=(]? \s?
      [\w.-]+@[\w.-]+ \)?
    | (?: [اإ]قرأ (?:وا)? \s (?: أيض[اً]* | المزيد ) | شاهد \s أيضا | مواضيع \s ذات \s صلة )
      (?: \s? [:،] .{0,120} )? | إعلان
    | (?: بیشتر \s بخوانید | اخبار \s مرتبط | مطالب \s مرتبط ) (?: \s? [:،] .{0,120} )?
    | انتهای \s پیام .{0,20}
    | (?: קראו? \s (?: גם | עוד ) | כתבות \s נוספות | לכל \s הכתבות ) .{0,120}
    | (?: (?: यह | ये ) \s भी \s पढ़ें | और \s पढ़ें | संबंधित \s खबरें | আরও \s পড়ুন | আরো \s পড়ুন ) .{0,120}
    | (?: อ่าน (?: เพิ่มเติม | ข่าว .{0,20} เพิ่มเติม | ต่อ ) | ข่าวที่เกี่ยวข้อง ) .{0,120}
    | (?: xem | đọc ) \s thêm (?: \s? [:：] .{0,120} )? | tin \s liên \s quan
    """,
    re.VERBOSE | re.IGNORECASE,
)
# the scripts, and a letter of each Vietnamese line, without which nothing is looked for
_SCRIPTS = re.compile(r"[\u0590-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3ê]")
_FAMILY = r"[一-鿿々]{2,4}"
_SEPARATOR = r"[、，,／/·・\s]{1,2}"
# "作者：王小明", "记者 王小明 李华", "（記者 山田太郎）", "文／王小明", "取材・文：山田太郎"
_CHINESE = re.compile(
    rf"""
    (?: (?: 作者 | 撰文 | 撰稿 | 撰稿人 | 執筆 | 取材・文 ) \s? [:：／/｜|]? \s?
    | (?: ^ | [|\s(（] ) 文 \s? [:：／/｜|] \s? | (?: 记者 | 記者 ) \s? [:：／/｜|]? \s? )
    (?P<names> {_FAMILY} (?: {_SEPARATOR} {_FAMILY} ){{0,3}} ) (?! [一-鿿々ぁ-ヶ] )
    """,
    re.VERBOSE,
)
_SURNAME = (
    "[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함"
    "변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용]"
)
# "김민수 기자", "김민수·이영희 기자"
_KOREAN = re.compile(
    rf"(?:^|[\s|(=])(?P<names>{_SURNAME}[가-힣]{{1,3}}(?:[·,\s]{{1,2}}{_SURNAME}[가-힣]{{1,3}}){{0,2}})"
    r"\s?(?:선임|수습|인턴|객원)?\s?기자(?![가-힣])"
)
# "كتب: أحمد محمود | 6 مايو", "بقلم أحمد محمود", "מאת דנה לוי 06.05.24"
_RIGHT_TO_LEFT = re.compile(
    r"""
    (?: ^ | [|•·] \s? ) (?: كتبت? | بقلم | إعداد | نویسنده | خبرنگار | מאת | כתב(?:ה)? ) \s? :? \s
    (?P<names> [^\W\d_]{2,} (?: \s [^\W\d_]{2,} ){1,3} ) (?= \s? (?: $ | [|•·،,–-] | \d ) )
    """,
    re.VERBOSE,
)
_NOBODY = frozenset(
    "本报 本網 本网 本社 编辑部 編集部 責任編輯 责任编辑 未知 佚名 본지 온라인 디지털".split()
)


def is_eastern_aside(text: str) -> bool:
    """Whether a whole paragraph is a page's and not the story's, in one of these languages."""
    has_signs = not text.isascii() and _SCRIPTS.search(text)
    return bool(has_signs and _ASIDES.fullmatch(text))


def find_signed(line: str) -> tuple[str, ...]:
    """The names with which a line in Chinese, Japanese, Korean, Arabic, Persian or Hebrew says who
    wrote a story; none in other lines.

    >>> find_signed("港口新闻网 2024-05-06 记者 王小明、李华"), find_signed("김민수 기자")
    (('王小明', '李华'), ('김민수',))
    """
    if line.isascii():
        return ()
    if told := _RIGHT_TO_LEFT.search(line):
        return (told["names"],)
    match = _CHINESE.search(line) or _KOREAN.search(line)
    names = re.split(_SEPARATOR, match["names"]) if match else []
    return tuple(name for name in names if name and name not in _NOBODY)
