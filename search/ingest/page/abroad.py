"""Asides in other languages than English: what pages set between a story's own paragraphs there."""

import re

# German, French, Spanish, Catalan, Portuguese, Italian, Dutch, Danish, Norwegian, Swedish, Finnish,
# Polish, Czech, Hungarian, Russian, Ukrainian, Turkish and Indonesian, as far as they are known;
# what may be a sentence of a story too, or a heading in it, counts only as a whole

# "Anzeige", "Publicidad"; but "Anzeige gegen den Kapitän" is a heading
_ADVERT = r"""
    (?: anzeigen? | werbung | advertorial | publicité | publicidade? | pubblicità | advertentie
      | annons | annon[cs]er? | reklam[aey]? | mainos | hirdetés | реклама )
      (?: \s? [:|–—-] .{0,60} )?
    | externer \s inhalt | empfohlener \s (?: redaktioneller \s | externer \s )? inhalt
"""
# "Lesen Sie auch: Nebel über dem Hafen", "Te puede interesar", "Mehr zum Thema"
_MORE = r"""
    (?:
      (?: lesen \s sie | lies | hören \s sie | sehen \s sie ) \s (?: auch | mehr | hier | weiter )
      | auch \s interessant | mehr \s (?: lesen | dazu | erfahren | anzeigen ) | weiter ?lesen
      | (?: (?: mehr | artikel | videos | alles | weiteres? | news ) (?: \s und \s \w+ )? \s )?
        zum \s thema | meist ?gelesene? (?: \s \w+ )?
      | das \s (?: könnte | dürfte ) \s (?: sie | dich | euch ) \s (?: (?: auch | noch ) \s )?
        interessieren
      | (?: weitere | mehr | ähnliche | verwandte | passende | neueste ) (?: \s aktuelle )? \s
        (?: artikel | beiträge | themen | meldungen | nachrichten | news | berichte | links )
        (?: \s (?: zum | aus | zu | von ) \b [^.!?]{0,60} )?
      | (?: à | pour ) \s lire \s aussi | (?: à \s )? (?: lire | voir ) \s (?: aussi | également )
      | lire \s (?: la \s suite | plus )
      | sur \s le \s même \s (?: sujet | thème ) | nos \s services
      | (?: articles? | sujets | contenus ) \s (?: liés | associés | similaires | recommandés )
      | en \s savoir \s plus | (?: lea | lee | leer | mir[ae] | ver | vea ) \s (?: también | más )
      | (?: también \s )? (?: te | le | les ) \s (?: puede | podría ) \s (?: interesar | gustar )
      | (?: te | le ) \s (?: recomendamos | sugerimos )
      | (?: más | otras | últimas ) \s (?: noticias | información )
        (?: \s (?: de | sobre ) \b [^.!?]{0,60} )?
      | (?: noticias | notas | artículos | temas | matérias ) \s relacionad[ao]s
      | (?: llegi[ru]? | llegeix ) \s també | (?: notícies | articles ) \s relaciona(?: ts | des )
      | últimes \s notícies | (?: leia | veja | assista ) \s (?: também | mais ) | saiba \s mais
      | mais \s lidas | (?: leggi | guarda ) \s anche | leggi \s tutto | per \s approfondire
      | (?: ti \s )? potrebbe \s interessar (?: ti | vi ) | articoli \s (?: correlati | simili )
      | lees \s (?: ook | meer | verder ) | bekijk \s ook
      | (?: læs | les | läs ) \s (?: også | också | mere? ) | lue \s myös
      | (?: czytaj | zobacz | przeczytaj | sprawdź ) \s (?: także | też | również | więcej )
      | dowiedz \s się \s więcej | poniżej \s dalsza \s część \s artykułu
      | (?: čtěte | přečtěte \s si ) \s (?: také | též | i ) | ezek \s is \s érdekelhetnek
      | (?: читайте | смотрите ) \s (?: также | ещё ) | (?: читайте | дивіться ) \s також
      | також \s читайте | читать \s далее | читати \s далі | ilgili \s haberler | baca \s juga
    ) \s* (?: [:|>»→⬇…?!] .* )?
    | lesen \s sie \s (?: auch | hier ) \b .{0,60} : | möchten \s sie \s weiterlesen \s? \?
    | (?: weitere | mehr | más | plus \s d. ) \s? (?: informationen | infos? | información ) \s? :?
"""
# "3 Kommentare", "Laisser un commentaire"
_COMMENTS = r"""
    (?: (?: (?: bisher | noch ) \s )? (?: keine? | \d{1,5} ) \s )?
      (?: kommentare? | commentaires? | comentarios? | comentários? | comment[io] | reacties
        | komentarz[ey]? | kommentarer | hozzászólások | комментари(?: и | й | ев | ї ) )
      (?: \s \( \d{1,5} \) | \s (?: geschlossen | anzeigen ) | \W{1,3} \d{1,5} )? \s? :?
    | (?: (?: einen? | ihren? ) \s )? kommentar \s (?: schreiben | verfassen | abgeben )
    | laisser \s un \s commentaire | (?: deja | dejar ) \s (?: un | tu ) \s comentario
    | lascia \s un \s commento | deixe \s (?: um | seu ) \s comentário | kommentar-?feed \b .{0,200}
"""
# "Artikel teilen", "Imprimer", "Folgen Sie uns auf Facebook"
_SHARE = r"""
    (?: (?: (?: diesen | den ) \s )? (?: artikel | beitrag | seite ) \s )?
      (?: teilen | drucken | merken | weiterempfehlen ) (?: \s auf \s \w{1,20} )?
    | möchten \s sie \s den \s artikel \s teilen \s? \?
    | (?: dieses? \s \w{3,20} \s )? als \s pdf \s (?: herunterladen | speichern )
    | (?: partager | imprimer ) (?: \s (?: cet | l.) \s? article )? (?: \s sur \s \w{1,20} )? \W*
    | (?: compartir | compartilh(?: ar | e ) | condividi | delen | udostępnij | поделиться )
      (?: \s (?: en | por | em | su | via | op | na ) \s \w{1,20} )?
    | zurück \s zu[mr] \s (?: übersicht | startseite | liste ) | nach \s oben | zum \s seitenanfang
    | (?: folgen? \s (?: sie \s )? (?: uns | mir ) | suivez-nous | síguenos | sígu[ea]nos | siga-nos
        | seguici | volg \s ons | śledź \s nas ) .{0,120} \b (?: twitter | facebook | instagram
        | whatsapp | telegram | youtube | x | tiktok | linkedin | google \s news ) \b .{0,60}
"""
# "Foto: Ana Reyes", "Ana Reyes, photo : Hafenamt", "Quelle: Hafenamt", "Alle Rechte vorbehalten"
_CREDIT = r"""
    (?: fotos? | fotografia | kuva | фото | bild(?: er | rechte | quelle | nachweis )?
      | (?: symbol | archiv ) (?: foto | bild ) | (?: titel | beitrags ) bild | photos?
      | crédits? (?: \s photos? )? | quellen? | fuente | fonte | źródło | zdroj | bron | källa
      | kilde | lähde | источник | джерело ) \s? : .{0,120}
    | .{3,150} [.,;)] \s (?: foto | photo | bild | bildrechte ) \s? : \s .{2,120}
    | .{3,150} , \s fot \. .{2,60}
    | .{0,80} (?: alle \s rechte \s vorbehalten | tous \s droits \s réservés
      | riproduzione \s riservata | tutti \s i \s diritti \s riservati
      | todos \s (?: los | os ) \s (?: derechos | direitos ) \s reservados
      | wszelkie \s prawa \s zastrzeżone | все \s права \s защищены ) .{0,150}
"""
# "Aktualisiert: 3. Mai", "5 Minuten", "Schlagwörter: Fähre", "Über die Autorin"
_LABELS = r"""
    (?: (?: zuletzt \s )? (?: aktualisiert | publiziert | veröffentlicht | erstellt | stand )
      | erscheinungsdatum | publié | mis \s à \s jour | publicado | actualizado | atualizado
      | pubblicato | aggiornato | opublikowano | aktualizacja | gepubliceerd | обновлено )
      (?: \s (?: am | le | el | em | il | op ) | \s? : ) .{0,60} [^.!?]
    | (?: lese(?: zeit | dauer ) \W{1,3} )? (?: ca \. \s )? \d{1,3} \s min (?: \. | uten? )?
      (?: \s (?: lese(?: zeit | dauer ) | de \s lect(?: ure | ura ) ) )?
    | (?: schlag ?w[oö]rter? | schlagworte | stichw[oö]rter? | themen | rubrik | kategorien?
      | mots-clés | thèmes | etiquetas | temas | tagi | теги | метки ) \s? : .{0,300}
    | über \s (?: den | die ) \s autor (?: in | en )? | (?: artikel | text ) \s von \s? : .{0,60}
    | dieser \s (?: beitrag | artikel | text ) \s gibt \b .{0,60} \b meinung \b .{0,200}
    | zur \s person | à \s propos \s de \s l.auteur | sobre \s (?: el | o ) \s autor
"""
# "Jetzt Newsletter abonnieren", "Suscríbete a nuestro boletín"
_LETTERS = r"""
    (?: (?: jetzt | hier | unseren? ) \s .{0,40} | .{0,60} [–!:-] \s )?
      newsletter \s (?: (?: jetzt | hier | kostenlos ) \s )?
      (?: abonnieren | anmelden | bestellen ) \W?
    | (?: .{0,150} [?!.] \s )? (?: abonnieren | bestellen ) \s sie \b .{0,100}
      \b (?: newsletter | briefing | newsmail ) \b .{0,200}
    | .{0,300} \b hier \s geht.?s \s zu[rm] \s (?: anmeldung | newsletter | abo ) \b .{0,80}
    | (?: inscrivez | abonnez ) -vous \b .{0,200} | recevez \b .{0,120} \b newsletters? \b .{0,120}
    | (?: suscríb(?: ete | ase ) | assine | inscreva-se | iscriviti | abbonati | zapisz \s się
      | schrijf \s je \s in | подпи(?: шитесь | сывайтесь ) | підпи(?: шіться | суйтесь ) )
      \b .{0,200}
"""
# "Wir verwenden Cookies, um …", "Klicken Sie auf den Button, um den Inhalt zu laden", "War dieser
# Artikel hilfreich?"
_CONSENT = r"""
    (?: wir \s (?: verwenden | nutzen | setzen )
      | (?: diese | unsere ) \s (?: web-?\s? )? (?: site | seite ) \s (?: verwendet | nutzt ) ) \b
      .{0,60} \b cookies \b .*
    | (?: nous \s utilisons | ce \s site \s utilise ) \s .{0,40} \b cookies \b .*
    | (?: utilizamos | usamos | utilizziamo | este \s siti?o \s (?: web \s )? (?: utiliza | usa )
      | questo \s sito \s (?: utilizza | usa ) ) \s .{0,40} \b cookies? \b .*
    | (?: klicken \s sie \s (?: hier | auf ) | mit \s (?: (?: dem | einem ) \s )? klick
      | um \s .{0,40} \s daten \s zu \s schützen | bitte \s (?: aktivieren | akzeptieren ) \s sie )
      \b .{0,200} \b (?: inhalte? | cookies | javascript ) \b .*
    | war \s (?: diese[rs]? | der ) \s (?: artikel | beitrag | inhalt | seite )
      \s (?: hilfreich | nützlich ) .{0,120}
    | \(? noch \s keine \s bewertung (?: en )? .{0,40}
    | [\d.,]+ \s bei \s \d+ \s (?: bewertungen | stimmen )
    | vielen \s dank \s f(?: ü | ue )r \s (?: deine | ihre | eure ) \s (?: stimme | bewertung ) \W?
"""
ABROAD = re.compile(
    "|".join((_ADVERT, _MORE, _COMMENTS, _SHARE, _CREDIT, _LABELS, _LETTERS, _CONSENT)),
    re.VERBOSE | re.IGNORECASE,
)
