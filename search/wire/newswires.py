"""Newswires: the table of the world's news agencies, for ``agencies`` to read.

A row is: canonical name | home country (ISO) | sites, parted by spaces | names as printed besides
the canonical one, parted by commas. Initials that several agencies print ("APS") stand in each of
their rows.
"""

NEWSWIRES = """
AAP | AU | aap.com.au aapnews.com.au | Australian Associated Press
ABI | BO | abi.bo | Agencia Boliviana de Información
ABP | BJ | | Agence Bénin Presse
ACAN-EFE | ES | |
ACN | CU | cubanews.acn.cu acn.cu | Cuban News Agency, Agencia Cubana de Noticias, AIN
ACP | CD | acp.cd | Agence congolaise de presse
ADN | DE | | Allgemeiner Deutscher Nachrichtendienst
Adnkronos | IT | adnkronos.com |
AFP | FR | afp.com | Agence France-Presse, Agence France Presse
Agerpres | RO | agerpres.ro | Rompres
Agência Brasil | BR | agenciabrasil.ebc.com.br | Agencia Brasil, ABr
AGI | IT | agi.it | Agenzia Italia
AGP | GN | agpguinee.com | Agence guinéenne de presse
AGP (Gabon) | GA | | AGP, Agence gabonaise de presse
AIB | BF | aib.media | Agence d'information du Burkina
AIM | MZ | aimnews.org | Mozambique News Agency
AIP | CI | aip.ci | Agence ivoirienne de presse
AKI | IT | | Adnkronos International
AKIpress | KG | akipress.com | AKI Press
AKP | KH | akp.gov.kh | Agence Kampuchea Presse
AMAP | ML | amap.ml | Agence malienne de presse et de publicité
AMI | MR | ami.mr | Agence mauritanienne d'information
ANA-MPA | GR | amna.gr | ANA, AMNA, Athens News Agency, APE-MPE
Anadolu | TR | aa.com.tr | Anadolu Agency, AA, A.A, Anadolu Ajansi, Anatolia, Anatolia news agency
Andina | PE | andina.pe |
ANGOP | AO | angop.ao | Angola Press, Agência Angola Press
ANI | IN | aninews.in | Asian News International
ANN | SG | asianews.network | Asia News Network
ANP | NL | anp.nl | Algemeen Nederlands Persbureau
ANP (Niger) | NE | | ANP, Agence nigérienne de presse
ANSA | IT | ansa.it | ANSAmed
ANTARA | ID | antaranews.com | Antara News
AP | US | apnews.com ap.org | Associated Press, The Associated Press, A.P.
APA | AT | apa.at | Austria Press Agency, Austria Presse Agentur
APA (Azerbaijan) | AZ | apa.az | APA, Azeri Press Agency
APA News | SN | apanews.net | African Press Agency, Agence de presse africaine
APP | PK | app.com.pk | Associated Press of Pakistan
APS | DZ | aps.dz | Algeria Press Service
APS (Senegal) | SN | aps.sn | APS, Agence de presse sénégalaise
ARKA | AM | arka.am | ARKA News Agency
Armenpress | AM | armenpress.am |
ATA | AL | ata.gov.al | Albanian Telegraphic Agency
ATOP | TG | atop.tg | Agence togolaise de presse
ATS | CH | keystone-sda.ch | SDA, Keystone-ATS, Keystone-SDA
AVN | VE | avn.info.ve | Agencia Venezolana de Noticias
awp | CH | awp.ch |
Azertac | AZ | azertag.az | Azertag
Bakhtar | AF | bakhtarnews.af | BNA, Bakhtar News Agency
BelaPAN | BY | belapan.com |
Belga | BE | belga.be | Belga News Agency
BelTA | BY | belta.by |
Bernama | MY | bernama.com | NNN-Bernama
BETA | RS | betanews.net | Beta, Beta News Agency
Bloomberg | US | bloomberg.com | Bloomberg News
BNA | BH | bna.bh | Bahrain News Agency
BNS | LT | bns.lt bns.ee | Baltic News Service
BOPA | BW | | Botswana Press Agency
BSS | BD | bssnews.net | Bangladesh Sangbad Sangstha
BTA | BG | bta.bg | Bulgarian News Agency
Business Wire | US | businesswire.com |
Caribbean Media Corporation | BB | cmc.com.bb cananewsonline.com | CMC, CANA
Cihan | TR | | Cihan News Agency
CNA | TW | cna.com.tw focustaiwan.tw | Central News Agency, Focus Taiwan
CNA (Cyprus) | CY | cna.org.cy | CNA, Cyprus News Agency, KYPE
CNS | CN | chinanews.com.cn ecns.cn | China News Service
CNS (Catholic) | US | catholicnews.com | CNS, Catholic News Service
CNW | CA | newswire.ca | Canada NewsWire
Colpisa | ES | colpisa.com |
CP | CA | thecanadianpress.com | Canadian Press, The Canadian Press
CTK | CZ | ctk.cz ctk.eu | ČTK, Czech News Agency, Ceteka
DAPD | DE | | ddp
DHA | TR | dha.com.tr | Demirören News Agency, Dogan News Agency
Dow Jones | US | dowjones.com | Dow Jones Newswires
dpa | DE | dpa.com dpa-international.com | dpa-AFX, Deutsche Presse-Agentur
EFE | ES | efe.com | Agencia EFE, EFE-EPA
ELTA | LT | elta.lt |
ENA | ET | ena.et | Ethiopian News Agency
epd | DE | epd.de | Evangelischer Pressedienst
ERINA | ER | | Eritrean News Agency
ETA | EE | | Estonian Telegraph Agency
Europa Press | ES | europapress.es |
Exchange Telegraph | GB | | Extel
Fana | ET | fanabc.com |
Fars | IR | farsnews.ir | Fars News Agency, FNA
FENA | BA | fena.ba |
Fides | VA | fides.org | Agenzia Fides
GlobeNewswire | US | globenewswire.com | Globe Newswire
GNA | GH | gna.org.gh | Ghana News Agency
HINA | HR | hina.hr |
Hindusthan Samachar | IN | hindusthansamachar.in |
IANS | IN | ians.in | Indo-Asian News Service
IHA | TR | iha.com.tr | Ihlas News Agency
ILNA | IR | ilna.ir | Iranian Labour News Agency
INA | IQ | ina.iq | Iraqi News Agency
Inforpress | CV | inforpress.cv |
INS | US | | International News Service
Interfax | RU | interfax.com interfax.ru |
Interfax-Ukraine | UA | interfax.com.ua |
IPS | IT | ipsnews.net | Inter Press Service
IRIN | CH | irinnews.org |
IRNA | IR | irna.ir | Islamic Republic News Agency
ISNA | IR | isna.ir |
ITIM | IL | |
JANA | LY | |
Jiji | JP | jiji.com | Jiji Press
JIS | JM | jis.gov.jm | Jamaica Information Service
JTA | US | jta.org | Jewish Telegraphic Agency
Kabar | KG | kabar.kg | Kyrgyz National News Agency
KAP | AT | kathpress.at | Kathpress
Kazinform | KZ | inform.kz qazinform.com | Qazinform
KCNA | KP | kcna.kp | Korean Central News Agency
Khovar | TJ | khovar.tj |
KNA | DE | kna.de | Katholische Nachrichten-Agentur
KNA (Kenya) | KE | kenyanews.go.ke | KNA, Kenya News Agency
KPL | LA | kpl.gov.la | Lao News Agency
Knight Ridder | US | | KRT, Knight Ridder/Tribune
KUNA | KW | kuna.net.kw | Kuwait News Agency
Kyodo | JP | kyodonews.net | Kyodo News
LANA | LY | lana.gov.ly | Libyan News Agency
Lankapuvath | LK | lankapuvath.lk |
LETA | LV | leta.lv |
LINA | LR | | Liberia News Agency
Lusa | PT | lusa.pt |
Maan | PS | maannews.net | Ma'an
Makfax | MK | makfax.com.mk |
MANA | MW | | Malawi News Agency
MAP | MA | mapnews.ma | Maghreb Arabe Presse, Maghreb Arab Press
Marketwired | US | | Marketwire, Market Wire
McClatchy | US | mcclatchydc.com | McClatchy Newspapers, MCT
Mehr | IR | mehrnews.com | MNA, Mehr News Agency
MENA | EG | mena.org.eg | Middle East News Agency
MIA | MK | mia.mk |
MINA | ME | mina.news |
MNA (Myanmar) | MM | | MNA, Myanmar News Agency
Moldpres | MD | moldpres.md |
Montsame | MN | montsame.mn |
MTI | HU | mti.hu |
NAMPA | NA | nampa.org | Namibia Press Agency
NAN | NG | nannews.ng | News Agency of Nigeria
New Ziana | ZW | newziana.co.zw | ZIANA
NINA | IQ | ninanews.com | National Iraqi News Agency
NNA | LB | nna-leb.gov.lb | National News Agency
Noticias Argentinas | AR | noticiasargentinas.com |
Notimex | MX | |
NTB | NO | ntb.no | NTBscanpix
NZN | NZ | | NZ Newswire
NZPA | NZ | | New Zealand Press Association
ONA | OM | omannews.gov.om | Oman News Agency
ONASA | BA | onasa.com.ba |
PA | GB | pa.media | Press Association, PA Media
Pajhwok | AF | pajhwok.com | Pajhwok Afghan News
PANA | SN | panapress.com | Panapress, Pan African News Agency
PAP | PL | pap.pl | Polish Press Agency
Petra | JO | petra.gov.jo | Jordan News Agency
PIA | PH | pia.gov.ph | Philippine Information Agency
PNA | PH | pna.gov.ph | Philippine News Agency, Philippines News Agency
PPI | PK | ppinewsagency.com | Pakistan Press International
PR Newswire | US | prnewswire.com | PRNewswire, PRNewswire-USNewswire
Prensa Latina | CU | prensa-latina.cu plenglish.com | PL
PTI | IN | ptinews.com | Press Trust of India
QNA | QA | qna.org.qa | Qatar News Agency
Reuters | GB | reuters.com | Reuter, Thomson Reuters, Reuters Staff, Reuters Health, Reuters Life!
RIA Novosti | RU | ria.ru | RIA, Novosti, RIA-Novosti
Ritzau | DK | ritzau.dk |
RNA | RW | rnanews.com | Rwanda News Agency
RNS | US | religionnews.com | Religion News Service
RSS | NP | nepalnews.gov.np | Rastriya Samachar Samiti
Saba | YE | sabanews.net | Saba News Agency
SANA | SY | sana.sy | Syrian Arab News Agency
SAnews | ZA | sanews.gov.za | BuaNews
SAPA | ZA | | Sapa
SeeNews | BG | seenews.com |
Servimedia | ES | servimedia.es |
SID | DE | | Sport-Informations-Dienst
SITA | SK | sita.sk |
SLENA | SL | | Sierra Leone News Agency
SONNA | SO | sonna.so | Somali National News Agency
SPA | SA | spa.gov.sa | Saudi Press Agency
Sputnik | RU | sputniknews.com sputnikglobe.com |
SRNA | BA | srna.rs |
STA | SI | sta.si | Slovenian Press Agency
STT | FI | stt.fi | STT-Lehtikuva, STT-FNB
SUNA | SD | suna-sd.net | Sudan News Agency
Tanjug | RS | tanjug.rs |
TAP | TN | tap.info.tn | Tunis Afrique Presse
Tasnim | IR | tasnimnews.com | Tasnim News Agency
TASR | SK | tasr.sk |
TASS | RU | tass.com tass.ru itar-tass.com | Itar-Tass
Tatoli | TL | tatoli.tl |
TDH | TM | tdh.gov.tm |
Télam | AR | telam.com.ar | Telam
Thomson Reuters Foundation | GB | trust.org news.trust.org | Reuters Foundation, AlertNet
TNA | TH | tna.mcot.net | Thai News Agency
TNS | US | | Tribune News Service
Trend | AZ | trend.az | Trend News Agency
TT | SE | tt.se | TT News Agency, Tidningarnas Telegrambyrå
UCA News | HK | ucanews.com | UCAN
Ukrinform | UA | ukrinform.net |
UNB | BD | unb.com.bd | United News of Bangladesh
UNI | IN | uniindia.com | United News of India
UNIAN | UA | unian.info unian.net |
UNN | UA | unn.ua unn.com.ua | Ukrainian National News
UPI | US | upi.com | United Press International
UzA | UZ | uza.uz | Uzbekistan National News Agency
VIS | VA | | Vatican Information Service
VNA | VN | vietnamplus.vn vnanet.vn | Vietnam News Agency
WAFA | PS | wafa.ps |
WAM | AE | wam.ae | Emirates News Agency
Xinhua | CN | xinhuanet.com news.cn | Xinhuanet, Xinhua News Agency, New China News Agency, NCNA
Yonhap | KR | yna.co.kr | Yonhap News Agency
ZANIS | ZM | | ZANA, Zambia News and Information Services
""".strip()
