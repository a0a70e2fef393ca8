# ruff: noqa: E501, RUF001 - texts stand in their own letters, a statement a line
"""Resumes in scripts that run leftwards, join their letters, or have thousands of them."""

from collections.abc import Callable
from dataclasses import replace

from app.domain.documents.content import DocumentContent, SectionKind
from tests.builders.documents import (
    a_document,
    a_header,
    an_entry,
    contacts_of,
    entries,
    paragraphs,
    skills,
)


def hebrew() -> DocumentContent:
    return a_document(
        paragraphs(
            "תקציר", "מהנדסת תוכנה עם 9 שנות ניסיון בפיתוח מערכות ענן; מובילה צוותים ואוהבת קוד קריא."
        ),
        entries(
            "ניסיון תעסוקתי",
            an_entry(
                "ראש צוות פיתוח",
                'גלים מערכות בע"מ',
                "תל אביב, ישראל",
                "מרץ 2019 - היום",
                bullets=(
                    "ניהלתי צוות של 12 מפתחים והעברתי 40 שירותים ל-Kubernetes בלי השבתה.",
                    "קיצרתי את זמן הפריסה מ-45 דקות ל-6 דקות (חיסכון של 87%) בעזרת Terraform ו-GitHub Actions.",
                    "Kubernetes, Go ו-PostgreSQL הם כלי העבודה היומיומיים שלי.",
                ),
                details=("Go, Python, AWS",),
            ),
            an_entry(
                "מפתחת צד שרת",
                "Acme Systems",
                "חיפה",
                "ספט׳ 2014 - פבר׳ 2019",
                text="צוות התשלומים (6 אנשים).",
                bullets=("בניתי ממשק תשלומים שטיפל ב-1,200 בקשות בשנייה; זמינות של 99.95%.",),
            ),
        ),
        entries(
            "השכלה",
            an_entry(
                "תואר ראשון במדעי המחשב", "הטכניון", "חיפה", "2010 - 2014", details=("ממוצע 91", "בהצטיינות")
            ),
            kind=SectionKind.EDUCATION,
        ),
        skills("מיומנויות", שפות_תכנות=("Go", "Python", "TypeScript"), שפות=("עברית", "אנגלית", "ערבית")),
        header=a_header(
            "דנה לוי-כהן",
            "מהנדסת תוכנה בכירה",
            *contacts_of("dana@levi.example", "+972 52 555 0101", "תל אביב, ישראל", "code.example/dana"),
        ),
        language="he",
    )


def arabic() -> DocumentContent:
    return a_document(
        paragraphs("نبذة", "مهندسة شبكات بخبرة 11 عامًا في الاتصالات، أهتمّ بالجودة وأقود فرقًا صغيرة بهدوء."),
        entries(
            "الخبرة المهنية",
            an_entry(
                "مديرة هندسة الشبكات",
                "شركة الأفق للاتصالات",
                "عمّان، الأردن",
                "مارس 2018 - حتى الآن",
                bullets=(
                    "أدرتُ فريقًا من 14 مهندسًا ونقلتُ 320 موقعًا إلى شبكة 5G خلال عامين.",
                    "خفّضتُ الأعطال بنسبة 38% (من 210 إلى 130 عطلًا في السنة) باستخدام Grafana وPrometheus.",
                    "Cisco وJuniper هما أكثر ما أعمل عليه؛ وكتبتُ أدوات المراقبة بلغة Python.",
                ),
                details=("شبكات", "MPLS"),
            ),
            an_entry(
                "مهندسة شبكات",
                "Nile Telecom",
                "القاهرة",
                "سبتمبر ٢٠١٢ - فبراير ٢٠١٨",
                text="صيانة الشبكة الأساسية وتطويرها.",
                bullets=("صمّمتُ توسعة مركز البيانات بسعة ٤٠ خادمًا إلى جانب الأعمال اليومية.",),
            ),
        ),
        entries(
            "التعليم",
            an_entry("بكالوريوس هندسة الاتصالات", "الجامعة الأردنية", "عمّان", "2007 - 2012"),
            kind=SectionKind.EDUCATION,
        ),
        skills("المهارات", تقنيات=("Python", "Linux", "BGP"), اللغات=("العربية", "الإنجليزية", "الفرنسية")),
        header=a_header(
            "ليلى عبد الله السلامي",
            "مهندسة شبكات أولى",
            *contacts_of("layla@salami.example", "+962 6 555 0102", "عمّان، الأردن"),
        ),
        language="ar",
    )


def chinese() -> DocumentContent:
    return a_document(
        paragraphs(
            "个人简介",
            "拥有8年云平台经验的软件工程师，擅长把复杂的系统拆成容易维护的部分；曾带领团队完成三次大规模迁移，并长期负责值班与故障复盘。",
        ),
        entries(
            "工作经历",
            an_entry(
                "高级软件工程师",
                "海潮科技（上海）有限公司",
                "上海",
                "2019年3月 - 至今",
                bullets=(
                    "负责“潮汐”数据平台的设计与开发，使用Kafka和Flink每天处理32亿条记录，延迟从15分钟降到40秒。",
                    "带领6人小组把120个服务迁移到Kubernetes，全程无停机，每年节省费用约180万元（占总预算的27%）。",
                    "编写了《值班手册》，新同事独立值班所需的时间由三个月缩短为五周。",
                ),
                details=("Go、Python、Kafka",),
            ),
            an_entry(
                "软件工程师",
                "北方支付 North Pay",
                "北京",
                "2015年7月 - 2019年2月",
                bullets=("开发对账系统，把每月的人工核对由9天减少到2天。",),
            ),
        ),
        entries(
            "教育背景",
            an_entry("计算机科学与技术 工学学士", "浙江大学", "杭州", "2011年 - 2015年"),
            kind=SectionKind.EDUCATION,
        ),
        skills("专业技能", 编程语言=("Go", "Python", "Java"), 语言=("中文", "英语", "日语")),
        header=a_header(
            "王晓明",
            "高级软件工程师",
            *contacts_of("xiaoming@wang.example", "+86 21 5550 0103", "上海市浦东新区"),
        ),
        language="zh",
    )


def japanese() -> DocumentContent:
    return a_document(
        paragraphs(
            "職務要約",
            "病院情報システムの開発に十年間従事してきました。現場の看護師と話しながら、画面と手順を一つずつ簡単にしていくことが得意です。データベースの設計からリリースまで担当できます。",
        ),
        entries(
            "職務経歴",
            an_entry(
                "プロジェクトマネージャー",
                "株式会社みなとシステムズ",
                "東京都渋谷区",
                "2018年4月 - 現在",
                bullets=(
                    "「電子カルテ」の刷新を統括し、18か月・予算2.4億円の計画を、期限どおりに完了した。",
                    "サーバーの応答時間を平均1.8秒から0.4秒に短縮し、問い合わせの件数を42%減らした。",
                    "チームの８名を育成し、うち３名が主任に昇格した。",
                ),
                details=("Java", "PostgreSQL", "ｱｼﾞｬｲﾙ開発"),
            ),
            an_entry(
                "システムエンジニア",
                "Acme株式会社",
                "大阪府大阪市",
                "2013年4月 - 2018年3月",
                text="医療機器メーカー向けの受託開発。",
                bullets=("検査結果を取り込むプログラムを作成し、毎日の手入力を約３時間なくした。",),
            ),
        ),
        entries(
            "学歴",
            an_entry("情報工学科 学士（工学）", "京都大学", "京都市", "2009年 - 2013年"),
            kind=SectionKind.EDUCATION,
        ),
        skills("スキル", プログラミング言語=("Java", "TypeScript"), 語学=("日本語", "英語（TOEIC 870点）")),
        header=a_header(
            "髙橋 美咲",
            "プロジェクトマネージャー",
            *contacts_of("misaki@takahashi.example", "+81 3 5550 0104", "東京都世田谷区"),
        ),
        language="ja",
    )


def korean() -> DocumentContent:
    return a_document(
        paragraphs(
            "자기소개",
            "7년 동안 모바일 결제 서비스를 만들어 온 백엔드 개발자입니다. 장애를 미리 막는 일과 동료가 읽기 쉬운 코드를 쓰는 일을 중요하게 생각합니다.",
        ),
        entries(
            "경력",
            an_entry(
                "선임 백엔드 개발자",
                "한빛페이 주식회사",
                "서울특별시 강남구",
                "2020년 5월 - 현재",
                bullets=(
                    "정산 시스템을 Kotlin과 Kafka로 다시 설계하여 처리 시간을 6시간에서 25분으로 줄였습니다.",
                    "하루 350만 건의 결제를 처리하는 서비스의 가용성을 99.98%로 유지하고 있습니다.",
                    "신입 개발자 4명을 지도하고 코드 리뷰 지침(총 23쪽)을 작성했습니다.",
                ),
                details=("Kotlin", "Kafka"),
            ),
            an_entry(
                "서버 개발자",
                "Blue Sea Games",
                "부산광역시",
                "2017년 3월 - 2020년 4월",
                bullets=("동시 접속자 8만 명을 견디는 채팅 서버를 개발했습니다.",),
            ),
        ),
        entries(
            "학력",
            an_entry("컴퓨터공학 학사", "부산대학교", "부산", "2011년 - 2017년"),
            kind=SectionKind.EDUCATION,
        ),
        skills("기술", 언어=("Kotlin", "Java", "Go"), 외국어=("한국어", "영어")),
        header=a_header(
            "김서연", "백엔드 개발자", *contacts_of("seoyeon@kim.example", "+82 2 555 0105", "서울특별시")
        ),
        language="ko",
    )


def traditional_chinese() -> DocumentContent:
    return a_document(
        entries(
            "工作經歷",
            an_entry(
                "專案經理",
                "臺灣電子股份有限公司",
                "臺北市",
                "2016年 - 至今",
                bullets=("負責「智慧工廠」專案，將設備停機時間由每週11小時降為3小時。",),
            ),
        ),
        header=a_header(
            "陳淑芬", "專案經理", *contacts_of("shufen@chen.example", "+886 2 5550 0106", "臺北市")
        ),
        language="zh-TW",
    )


def names_from_abroad() -> DocumentContent:
    """An English resume in which people and places keep their letters."""
    return a_document(
        paragraphs(
            "Summary",
            "Worked in offices where notes were in עברית, العربية, 日本語 and 한국어 (all four on some days).",
        ),
        entries(
            "Experience",
            an_entry(
                "Translator",
                "دار النور (Dar al-Nur)",
                "ירושלים",
                "2015 - 2020",
                bullets=(
                    'Reported to דנה לוי at גלים מערכות בע"מ, then to 田中 太郎 (Osaka) and 김서연.',
                    "Edited «الأفق», a weekly with 3,000 readers, and its index of M̌ḳ́ names.",
                ),
            ),
        ),
        header=a_header(
            "Miriam Haddad מרים", "Translator", *contacts_of("miriam@haddad.example", "+1 555 0107", "Boston")
        ),
    )


def long_form(make: Callable[[], DocumentContent]) -> DocumentContent:
    """The same person with a longer past: more than one page."""
    content = make()
    work = next(section for section in content.sections if section.entries)
    longer = replace(work, entries=work.entries * (24 // len(work.entries)))
    return replace(content, sections=tuple(longer if s is work else s for s in content.sections))


OF_EVERY_SCRIPT = {
    "Hebrew": hebrew,
    "Arabic": arabic,
    "Chinese": chinese,
    "traditional Chinese": traditional_chinese,
    "Japanese": japanese,
    "Korean": korean,
    "names from abroad": names_from_abroad,
}
