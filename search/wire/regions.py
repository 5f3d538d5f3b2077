"""Regions: states, provinces and countries as datelines print them after a town, for ``places``.

Names are folded, their words joined by hyphens; a country is its ISO code.
"""

# regions as datelines print them after a city, and as they are cut short there
US_STATES = """
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii
    idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
    minnesota mississippi missouri montana nebraska nevada new-hampshire new-jersey new-mexico
    new-york north-carolina north-dakota ohio oklahoma oregon pennsylvania rhode-island
    south-carolina south-dakota tennessee texas utah vermont virginia west-virginia wisconsin
    wyoming district-of-columbia
"""
SHORT_REGIONS = {
    "US": """ala ariz ark cal calif colo conn del dela fla ga ida ill ind kan kans ky la md me mass
    mich minn miss mo mont neb nebr nev okla ore oreg pa penn penna tenn tex vt va wash wis wisc wva
    w-va wyo nh nj nm ny nc nd ri sc sd dc d-c n-y n-j n-c n-h n-m n-d r-i s-c s-d n-mex n-dak s-dak
    al ak az ar ca co ct de fl hi id il in ia ks ma mi mn ms mt ne nv oh ok or tn tx ut wv wi wy
    us usa u-s""",
    "PR": "pr p-r",
    "GB": "uk u-k n-ireland",
    "CA": "ont que alta bc b-c man sask ns nb nl nfld pei nwt ab mb sk qc",
    "AU": "nsw vic qld tas act sa",
    "NZ": "nz",
    "DE": "gdr frg w-germany e-germany",
    "KR": "s-korea",
    "KP": "n-korea dprk",
    "ZA": "s-africa",
    "PG": "png",
    "CD": "drc",
    "AE": "uae",
}
# the post's two letters, which keep their capitals: "RICHMOND, VA"
POSTAL = frozenset(
    """al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm
    ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc ab bc mb nb nl ns nt nu on pe qc sk
    yt uk us nz uae usa ussr drc fyrom prc roc gdr frg""".split()
)
REGIONS = {
    "GB": "england scotland wales northern-ireland britain great-britain",
    "IE": "republic-of-ireland irish-republic eire",
    "CA": "ontario quebec alberta british-columbia manitoba saskatchewan nova-scotia new-brunswick "
    "newfoundland prince-edward-island yukon northwest-territories nunavut",
    "AU": "new-south-wales queensland victoria tasmania western-australia south-australia "
    "northern-territory",
    "DE": "west-germany east-germany bavaria saxony",
    "PS": "west-bank occupied-west-bank gaza-strip gaza palestine palestinian-territories",
    "IN": "jammu-and-kashmir indian-kashmir indian-controlled-kashmir indian-administered-kashmir "
    "sikkim arunachal-pradesh meghalaya mizoram gujarat uttar-pradesh bihar kerala tamil-nadu "
    "maharashtra odisha orissa assam manipur rajasthan karnataka west-bengal andhra-pradesh "
    "telangana jharkhand chhattisgarh madhya-pradesh haryana himachal-pradesh uttarakhand "
    "goa tripura nagaland",
    "PK": "pakistani-kashmir pakistan-controlled-kashmir pakistan-administered-kashmir sindh sind "
    "balochistan baluchistan khyber-pakhtunkhwa north-waziristan south-waziristan",
    "IQ": "kurdistan-region iraqi-kurdistan mesopotamia",
    "CN": "inner-mongolia tibet xinjiang hainan jilin anhui jiangxi guangxi ningxia shanxi "
    "peoples-republic-of-china sichuan hunan hubei guangdong fujian zhejiang "
    "jiangsu shandong henan hebei yunnan guizhou shaanxi gansu qinghai heilongjiang liaoning",
    "RU": "russian-federation siberia chechnya dagestan tatarstan bashkortostan",
    "BA": "bosnia bosnia-hercegovina bosnia-herzegovina bosnia-and-herzegovina",
    "CD": "zaire congo-kinshasa democratic-republic-of-congo dr-congo belgian-congo",
    "CG": "congo-brazzaville republic-of-congo",
    "MM": "burma",
    "LK": "ceylon",
    "MK": "macedonia north-macedonia fyrom",
    "ME": "montenegro",
    "KR": "republic-of-korea",
    "GE": "abkhazia south-ossetia",
    "AZ": "nagorno-karabakh",
    "MD": "transnistria moldavia",
    "BY": "byelorussia belorussia",
    "VN": "south-vietnam north-vietnam viet-nam",
    "YE": "north-yemen south-yemen",
    "TW": "republic-of-china formosa",
    "GM": "the-gambia",
    "BN": "brunei-darussalam",
    "BS": "the-bahamas",
    "MV": "the-maldives",
    "PH": "the-philippines",
    "TT": "trinidad tobago trinidad-tobago",
    "LC": "st-lucia",
    "VC": "st-vincent st-vincent-and-the-grenadines",
    "KN": "st-kitts st-kitts-and-nevis nevis",
    "AG": "antigua",
    "ST": "sao-tome",
    "AE": "emirates",
    "TZ": "tanganyika zanzibar",
    "GH": "gold-coast",
    "GY": "british-guiana",
    "SR": "surinam dutch-guiana",
    "BZ": "british-honduras",
    "VU": "new-hebrides",
    "ET": "abyssinia",
    "JO": "transjordan",
    "CZ": "czech-republic",
    "TL": "east-timor",
    "CI": "ivory-coast cote-divoire",
    "SZ": "swaziland",
    "CV": "cape-verde",
    "TR": "turkey turkiye",
    "SY": "syria",
    "IR": "persia",
    "TH": "siam",
    "ZW": "rhodesia zimbabwe-rhodesia",
    "ZM": "northern-rhodesia",
    "BJ": "dahomey",
    "BF": "upper-volta",
    "KH": "kampuchea",
    "NL": "holland netherlands",
    "VA": "holy-see",
}
# islands and other lands of one country, where towns are but no government that speaks
ISLANDS = {
    "ES": "catalonia basque-country canary-islands balearic-islands majorca mallorca ibiza",
    "IT": "sicily sardinia",
    "FR": "corsica",
    "GR": "crete",
    "PT": "azores madeira",
    "ID": "bali java sumatra aceh papua irian-jaya sulawesi",
    "MY": "malaya sabah sarawak penang johor",
    "PH": "mindanao luzon",
    "JP": "okinawa hokkaido",
}
# states that parted, and names that several share: a town after which they stand is in the one of
# these that has it, and alone they stay open
PARTED = {
    "georgia": "US GE",
    "ussr": "RU UA BY MD EE LV LT GE AM AZ KZ UZ TM KG TJ",
    "soviet-union": "RU UA BY MD EE LV LT GE AM AZ KZ UZ TM KG TJ",
    "yugoslavia": "RS HR SI BA MK ME XK",
    "serbia-and-montenegro": "RS ME XK",
    "serbia-montenegro": "RS ME XK",
    "czechoslovakia": "CZ SK",
    "netherlands-antilles": "CW SX BQ AW",
    "korea": "KR KP",
    "congo": "CD CG",
    "kashmir": "IN PK",
    "punjab": "IN PK",
    "wa": "US AU",
    "nt": "CA AU",
}
