"""Asides: whole paragraphs that a page puts between a story's own."""

import re

from .abroad import ABROAD
from .eastern import is_eastern_aside

# longer is no aside
_LONGEST = 500
# what asides are set between
_AROUND = "*[]()–—-•· "

# whole paragraphs that a page puts between a story's own: "Read more: Floods in Porto", "Sign up
# for our newsletter", "Advertisement", "Photo: Ana Reyes", "© 2024 Harbour Wire"; what may be a
# sentence of a story too counts only without a full stop
_ASIDES = re.compile(
    r"""
      (?: read | see | watch | listen | more | also | related | recommended | editor.?s.picks?
        | don.?t.miss | up.next | trending | most.read | in.pictures ) \b
      (?: \s (?: more | also | next | now | on | from | stories | articles | coverage | reading
        | on.this | news | story | content | topics? | this | here ) )* \s* (?: [:|>»→] .* )?
    | (?: click | tap ) \s here \b .* | [^"“]{0,120} \b click \s here \b [^"“]{0,80}
    | for \s more ,? \s (?: read | see | visit | on \s this ) \b .{2,150}
    | read \s our \s .{2,80} [^.!?”"] | must \s (?: read | see | watch )
    | (?: please \s )? (?: sign \s? up | subscribe | register | log \s in )
        (?: \s (?: to | now | here | for ) \b .{0,200} )?
    | [^"“]{0,200} \b sign \s up \s for \b [^"“]{0,80} \b newsletters? \b [^"“]{0,80}
    | (?: thank \s you | thanks ) \s for \s (?: subscribing | signing ) \b .{0,200}
    | special \s offers? \s for \b .{0,250}
    | (?: get | receive | join | want | check \s out ) \b .{0,80}
        \b (?: inbox | newsletters? | alerts ) \b .{0,200}
    | (?: follow | like | find | join ) \s (?: us | me | him | her | them | @ ) .{0,120}
        \b (?: twitter | facebook | instagram | whatsapp | telegram | youtube | x | tiktok
        | linkedin ) \b .{0,60}
    | follow \s .{2,80} \s on \s google \s news \b .{0,150}
    | (?: (?: facebook | twitter | x | whatsapp | linkedin | telegram | reddit | email | e-mail
        | print | share | copy \s link | pinterest ) \W* )+
    | (?: advertisement | advertising | advert | sponsored | promoted ) (?: \W .{0,60} )?
    | (?: article | story ) \s continues \s (?: below | after ) .{0,60}
    | (?: share | print | email | comments? | save | tweet ) (?: \s .{0,40} [^.!?"”] )?
    | (?: (?: lead | top | main | cover | header ) \s )?
        (?: photo | image | picture | video | source | credit ) s? (?: \s credit | \s by )? \s?
        : .{0,120}
    | (?: copyright \s )? (?: © | \(c\) ) .{0,250}
    | copyright \s \d{4} .{0,250}
    | all \s rights \s reserved .{0,200}
    | this \s (?: material | story | article | content ) \s may \s not \s be \s .{0,200}
    | (?: last \s )? (?: updated | published | posted ) (?: \s on | \s at | \s? : ) .{0,60}
        (?: [^.!?] | [ap]\.m\. )
    | this \s (?: story | article | post | report ) \b .{0,250}
        \b (?: originally | first ) \s (?: published | appeared ) \b .{0,200}
    | \d+ \s min (?:ute)? s? (?: \s read )?
    | (?: load | show ) \s more .{0,30} | view \s comments .{0,30}
    | (?: \( [^()]{3,30} \) \s )? loading \s? [.…]{0,3} | comments \s are \s closed\.
    | (?: (?: the | our ) \s )? (?: more | most | other | latest | top | recent )
        (?: \s (?: from | great | in | of | on | popular | read | recent | viewed | the | top
        | news ) )*
        (?: \s \w+ ){0,3} \s (?: stories | news | posts? | headlines | articles | reads )
    | most \s (?: read | viewed | popular | shared ) (?: \s [\w’'-]+ ){0,4}
    | more \s (?: from | in | on | about ) (?: \s [\w’'-]+ ){1,4} | more \s about
    | shop \s this \s (?: story | look | article ) | (?: table \s of \s )? contents
    | explore \s more \s .{0,60}
    | (?: recommended | related | trending | popular | featured | sponsored )
        \s (?: videos? | stor(?:y|ies) | articles? | posts? | reading | content | for \s you )
        (?: \s? : .{0,200} )?
    | recommended \s by \s our \s editors | sponsored \s links? | featured \s fact-?\s?checks?
    | read \s more \s .{3,120} [^.!?"”] | latest \s posts \s by \s .{2,60} | author s?
    | about \s the \s authors? | suggested \s citation \b .{0,400}
    | (?: leave | write | post ) \s a \s (?: comment | reply ) | (?: no | \d{1,5} ) \s comments?
    | (?: we | (?: this | our ) \s (?: web \s? )? site ) \s uses? \s cookies \b .*
    | was \s this \s (?: article | page | post | story ) \s (?: helpful | useful ) .{0,60}
    | rate \s this \s \w+ .{0,60} | rating \s? : \s? [\d./]+ \s \( .{0,40} \)
    | (?: article \s )? pages? \s? :? \s \d+ (?: \s (?: of \s )? \d+ )*
    | \d{1,3} \s? / \s? \d{1,3} \s (?: photos | images | slides | fotos | bilder )
    | photograph s? \s by \s .{2,80} [^.!?] | [^"“]{0,200} \b sign \s up \s here \W?
    | (?: this | our ) \s (?: post | article | story | site ) \s (?: may \s )? contains? \b
        .{0,60} \b (?: affiliate | advertisers ) \b .{0,300}
    | the \s (?: views | opinions ) \s expressed \b .{0,200} \b (?: author | writer ) \b .{0,200}
    | full \s story | story \s sources? :? | cite \s this \s (?: page | article ) :?
    | waiting \s for \s your \s permission \s to \s load \b .{0,60}
    | [_*•·–—-]{2,}
    | .{2,120} (?: / | \| | \b via \s ) \s?
        (?: getty | afp | reuters | shutterstock | istock | alamy | zuma | ap ) (?: \W .{0,30} )?
    | (?: create | already \s have | you \s need ) \s an? \s (?: free \s )? account \b .{0,120}
    | (?: this \s is \s a \s )? (?: breaking \s | developing \s ) .{0,40}
        \b (?: follow | updates? | updated | refresh ) \b .{0,60}
    | \(? (?: additional \s reporting \s (?: by | from ) | reporting \s by ) \s
        (?-i: [A-Z] ) .{2,150}
    | .{2,150} \b contributed \s to \s this \s (?: report | story | article ) \W?
    | contributing \s? : .{3,200}
    | (?: [\w.’'-]+ \s (?: and \s )? ){1,6} reported \s from \s .{2,60}
    | .{0,80} \b (?: purchase | buy ) s? \b .{0,60} \b links? \b .{0,60}
        \b (?: compensation | commissions? | affiliate \s fee ) \b .{0,300}
    | (?: find | read | view ) \s this \s (?: article | story | page ) \s (?: at | online )
        \b .{0,200}
    | cancel \s any \s? time \b .{0,250}
    | by \s (?: subscribing | signing \s up | registering ) \b .{0,80} \b you \s agree \b .{0,250}
    | \d{1,2} [.:] \d\d (?: \s? [ap]\.?m\.? )? (?: \s [A-Z]{2,4} )?
    | (?: contact | email | e-mail | reach | follow ) \s .{2,80}
        (?: @\w | \b (?: twitter | facebook | instagram ) \b ) .{0,120}
    | (?: tags? | topics | (?: filed | published ) \s under | categories | keywords | labels )
        \s? : .{0,300}
    | (?: more | journal ) \s information \s? : .{0,300} | provided \s by \s .{2,80} [^.!?]
    | the \s [\w’\s]{3,40} \s editorial \s board \s (?: consists | is \s made | includes ) .{0,400}
    | have \s (?: a | an ) \s (?: news \s )? (?: tip | story | question ) .{0,200}
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_aside(text: str) -> bool:
    """Whether a whole paragraph is a page's and not the story's: "Read more", "Advertisement"."""
    if len(text) >= _LONGEST:
        return False
    bare = text.strip(_AROUND)
    if is_eastern_aside(bare):
        return True
    return any(known.fullmatch(line) for known in (_ASIDES, ABROAD) for line in {text, bare})
