/* SPDX-License-Identifier: MIT */
/*
 * The style sheet: the tokens of the style as custom properties (colours light
 * and dark, type in rem), then rules that name only those. A style's own sheet
 * comes last.
 *
 * WCAG 2.2: no sideways scroll at 320 px (1.4.10), focus that is seen on every
 * ground (2.4.7, 2.4.13), colour never alone (1.4.1), own colours in the dark.
 *
 * A rule stands on a line here; where the sheet has a line end is of no account.
 */
#include "write/html/page.h"

static void
put_colours(struct buffer *out, const uint32_t colours[COLOUR_COUNT])
{
	for (int i = COLOUR_NONE + 1; i < COLOUR_COUNT; i++) {
		buffer_string(out, "--");
		buffer_name(out, colour_names[i]);
		buffer_format(out, ":#%06x;", (unsigned)colours[i]);
	}
}

/* --h2: the shorthand of font without its family. */
static void
put_type(struct buffer *out, const struct tokens *look)
{
	for (int i = 0; i < STYLE_COUNT; i++) {
		buffer_format(out, "--%s:%d ", type_style_names[i], look->type[i].weight);
		buffer_thousandths(out, look->web_type[i].size);
		buffer_string(out, "rem/");
		buffer_thousandths(out, look->web_type[i].line);
		buffer_byte(out, ';');
	}
}

/* What a style says in its own words: "</" would end the element; to CSS "<\/" is the same. */
static void
put_own(struct buffer *out, struct text css)
{
	for (size_t i = 0; i < css.length; i++) {
		if (css.s[i] == '/' && i > 0 && css.s[i - 1] == '<')
			buffer_byte(out, '\\');
		buffer_byte(out, css.s[i]);
	}
}

static void
put_family(struct buffer *out, const char *name, struct text family)
{
	struct buffer quoted = { .arena = out->arena };

	buffer_backslashed(&quoted, family);
	buffer_format(out, "--%s:\"", name);
	put_own(out, buffer_view(&quoted));
	buffer_string(out,
	    "\",system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",sans-serif;");
}

static void
put_tokens(struct buffer *out, const struct tokens *look)
{
	buffer_string(out, ":root{color-scheme:light dark;");
	put_colours(out, look->light);
	/* in the dark too */
	buffer_format(out, "--band:#%06x;", (unsigned)look->light[COLOUR_brand]);
	put_type(out, look);
	put_family(out, "text-face", look->text_family);
	put_family(out, "display-face", look->display_family);
	buffer_format(out, "--prose:%dch}\n", look->web_measure_ch);
	buffer_string(out, "@media screen and (prefers-color-scheme:dark){:root{");
	put_colours(out, look->dark);
	buffer_string(out, "}}\n");
}

static const char screen_rules[] =
"*{box-sizing:border-box}\n"
"html{background:var(--paper);color:var(--ink);font-variant-numeric:lining-nums;"
    "-webkit-text-size-adjust:100%}"
"html,nav.contents{scroll-padding:1rem 0}\n"
"body{margin:0;font:var(--body) var(--text-face);border-top:6px solid var(--band);"
    "overflow-wrap:break-word}\n"
"main{max-width:70rem;margin:0 auto;padding:2rem 2rem 4rem;display:grid;"
    "grid-template-columns:minmax(0,1fr)}\n"
"main>*{min-width:0}\n"
"p,ul,ol,blockquote,h1,h2,h3,h4,h5,h6{max-width:var(--prose)}\n"
"p,ul,ol{margin:0 0 1rem}"
"ul,ol{padding-left:1.5rem}"
"li{margin:.25rem 0}"
"li>p:last-child{margin-bottom:.25rem}\n"
"li::marker{color:var(--brand);font-weight:600}\n"
"ul.labelled{list-style:none;padding:0}"
"ul.labelled>li{display:grid;grid-template-columns:minmax(2.25rem,max-content) minmax(0,1fr)}\n"
"ul.labelled>li>.label{font-weight:600;color:var(--brand);margin-right:.75rem}\n"
"ul.quarters{display:flex;flex-wrap:wrap;gap:.25rem 2rem;padding:0;margin:0}"
"ul.quarters>li{display:flex;gap:.4rem}"
"ul.quarters>li>.label{font-weight:400;color:var(--muted);margin:0}\n"
"h1,h2,h3,h4,h5,h6{color:var(--brand);text-wrap:balance}\n"
"h1{font:var(--h1) var(--display-face);margin:.25rem 0 1rem;letter-spacing:-.02em}\n"
"h2{font:var(--h2) var(--display-face);margin:3rem 0 .75rem}\n"
"h3{font:var(--h3) var(--text-face);margin:2rem 0 .375rem;color:var(--ink)}\n"
"p.numbered{padding-left:3rem}"
"p.numbered>.number{float:left;margin:0 0 0 -3rem;font-weight:500;color:var(--brand)}\n"
"h4,h5,h6{font:var(--h4) var(--text-face);margin:1.5rem 0 .25rem;color:var(--ink)}\n"
".number{font-weight:400;margin-right:.5em}\n"
".lead{font:var(--lead) var(--text-face)}"
".hint,.kicker,.muted,.group-facts{color:var(--muted)}\n"
".item-title{font-size:1.0625rem;font-weight:600}.item-number{font-weight:600;color:var(--brand)}\n"
".theme-facts{font:var(--form) var(--text-face)}"
".theme-facts .tag{margin:0 .75rem 0 .25rem}\n"
".kicker{margin:2rem 0 0;font:var(--small) var(--text-face)}"
".hint{font:var(--small) var(--text-face)}\n"
"em{font-style:normal;font-weight:600}"
"strong{font-weight:600}\n"
"a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.18em}\n"
"a:visited{color:var(--link-visited)}"
"a:hover{text-decoration-thickness:3px}\n"
":focus-visible{outline:3px solid var(--focus);outline-offset:2px;"
    "box-shadow:0 0 0 8px var(--halo);border-radius:2px}\n"
"sup{font-size:.72em;line-height:0;font-weight:600}"
"sup a{padding:.35em .15em}\n"
"blockquote{margin:1rem 0;padding-left:1.25rem;border-left:3px solid var(--edge)}\n"
"header.cover{display:contents}\n"
".skip{position:absolute;left:-999rem;padding:.625rem 1rem}"
".skip:focus{position:static;display:inline-block}\n"
".cover-council{grid-column:1/-1;font:var(--h3) var(--text-face);color:var(--brand);"
    "margin:-2rem 0 3.5rem;padding-top:1.125rem;max-width:none}\n"
".cover-council::after{content:\"\";position:absolute;left:0;right:0;height:1px;"
    "margin-top:2.6rem;background:var(--rule)}\n"
".cover-subtitle,.cover-aside{font:var(--subtitle) var(--display-face);margin:0 0 .25rem}"
".cover-aside{color:var(--muted);margin-bottom:1rem}\n"
"table.pairs.cover-facts{display:block;border:solid var(--rule);border-width:1px 0;"
    "padding:.875rem 0;margin:.5rem 0 1.5rem}\n"
".pairs.cover-facts tbody{display:flex;flex-wrap:wrap;gap:.75rem 2.5rem}\n"
".pairs.cover-facts tr{display:flex;flex-direction:column;min-width:7rem;border:0;padding:0}\n"
".pairs.cover-facts tbody tr:nth-child(n)>*{border:0;padding:0;width:auto}"
".pairs.cover-facts th{font:var(--label) var(--text-face);font-weight:400;color:var(--muted)}\n"
".pairs.cover-facts td{font:var(--h4) var(--text-face)}\n"
".contents ol{list-style:none;padding:0}"
".contents ol ol{padding-left:1.5rem}"
".contents li>a{display:flex;width:fit-content}"
".contents .number,.contents .table-label{flex:none;min-width:1.75rem;margin-right:.5rem}\n"
"nav.contents{font:var(--small) var(--text-face);margin-bottom:1.5rem}\n"
"nav.contents summary{cursor:pointer;padding:.625rem .875rem;border:1px solid var(--edge);"
    "border-radius:3px}\n"
"nav.contents h2{display:inline;font:var(--h4) var(--text-face);margin:0;color:var(--muted)}\n"
"nav.contents ol{list-style:none;margin:0;padding:0;max-width:none}"
"nav.contents li{margin:0}\n"
"nav.contents ol ol{padding-left:1rem}\n"
"nav.contents li>a{width:auto;padding:.4rem 0 .4rem 1rem;color:var(--ink);"
    "text-decoration:none}\n"
"nav.contents a:hover{text-decoration:underline}\n"
"nav.contents .number{color:var(--muted)}"
"nav.contents ol ol .number{min-width:2rem}\n"
"table{border-collapse:collapse;width:100%;font:var(--table) var(--text-face);"
    "margin:1.5rem 0 2.25rem;font-variant-numeric:tabular-nums lining-nums}\n"
"caption{text-align:left;font:var(--h4) var(--text-face);padding:0 0 .625rem}"
".table-label{color:var(--brand);margin-right:.35em}\n"
"caption .hint{display:block;font-weight:400}\n"
"th,td{text-align:left;font-weight:400;padding:.5625rem .75rem .5625rem 0;"
    "border-bottom:1px solid var(--rule);vertical-align:top}\n"
"th p,td p{margin:0 0 .5rem}"
"th>:last-child,td>:last-child{margin-bottom:0}"
"td ul,td ol{padding-left:1.25rem}\n"
"thead th{font:var(--thead) var(--text-face);padding:.625rem .75rem .625rem 0;"
    "border-top:2px solid var(--brand);border-bottom:1px solid var(--ink);"
    "vertical-align:bottom}\n"
"thead tr+tr th{border-top:0}\n"
"tbody:last-child tr:last-child>*{border-bottom:1px solid var(--ink)}\n"
"th.n,td.n{text-align:right}"
"th.c,td.c{text-align:center}"
"td.n{white-space:nowrap}"
"td.w{white-space:normal}\n"
".tail{display:inline-block;text-align:left;white-space:pre}"
".tail sup{display:inline-block;width:0}\n"
".t1{min-width:1ch}"
".t2{min-width:2ch}"
".t3{min-width:3ch}"
".t4{min-width:4ch}"
".t5{min-width:5ch}"
".t6{min-width:6ch}"
".t7{min-width:7ch}"
".t8{min-width:8ch}\n"
".cell-actual,.row-subtotal>*,.row-total>*{font-weight:600}"
".cell-ref{color:var(--muted);white-space:nowrap}\n"
".cell-current{background:var(--tint2)}"
".row-total>*,.row-subtotal>*{border-top:1px solid var(--ink)}\n"
"tr.row-group>*{background:var(--tint);color:var(--brand);font:var(--group) var(--text-face);"
    "padding:.5rem .75rem;border-bottom:1px solid var(--edge)}\n"
".row-group .group-facts{float:right;font-weight:400}\n"
"tr.explained>*,th.explained,td.explained{border-bottom:0}\n"
"tr.row-explanation>*,tr.row-notes>*{padding-top:.125rem}\n"
"table.pairs{border-top:2px solid var(--brand);border-bottom:1px solid var(--ink)}\n"
"table.pairs th{font-weight:600;width:11rem;padding-right:1rem}"
".pairs td{overflow-wrap:anywhere}"
"table.pairs td+th{width:8rem}\n"
"table.pairs.key{border:0;margin-top:.25rem;font-size:.9375rem}"
"table.pairs.key tr>*{border:0;padding-top:.2rem;padding-bottom:.2rem;font-weight:400}\n"
".pairs tr:last-child>*{border-bottom-width:0}\n"
".form-title{display:flex;justify-content:space-between;gap:1rem;max-width:none;"
    "font:var(--h3) var(--text-face);font-size:1.375rem;color:var(--brand);"
    "margin:.25rem 0 .75rem}\n"
".form-id{font-weight:400;white-space:nowrap}"
".whole{white-space:nowrap}\n"
".status,.direction{display:inline-flex;gap:.4rem;align-items:baseline;white-space:nowrap}"
".status{font-weight:500}"
"td .status,td .direction{white-space:normal}\n"
".status svg,.direction svg,.done svg,.open svg{width:.86em;height:.86em;flex:none;"
    "transform:translateY(.06em)}\n"
".ahead,.on{color:var(--good)}"
".near{color:var(--near)}"
".off{color:var(--bad);font-weight:600}"
".none{color:var(--none)}\n"
".tag-id{display:inline-block;white-space:nowrap;margin-right:.2rem;"
    "border:1px solid var(--edge);border-radius:3px;font-size:.8125rem;font-weight:600;"
    "padding:0 .35rem;line-height:1.45}\n"
".callout-title{font:var(--h4) var(--text-face);color:var(--brand);margin-bottom:.25rem}\n"
".callout{background:var(--tint);border-left:4px solid var(--brand2);padding:1rem 1.25rem;"
    "margin:1.5rem 0;max-width:var(--prose)}\n"
".recommendations{border:2px solid var(--brand);padding:1rem 1.25rem;margin:1.5rem 0}\n"
".exempt-box{border:2px solid var(--exempt);background:var(--exempt-tint);color:var(--ink);"
    "padding:1rem 1.25rem;margin:1.5rem 0}\n"
".callout>:last-child,.recommendations>:last-child,.exempt-box>:last-child{margin-bottom:0}\n"
".note{font:var(--note) var(--text-face);margin:.25rem 0;padding-left:1.75rem;"
    "max-width:var(--prose)}"
".note .label+p{display:inline}"
".note p{margin-bottom:.25rem}"
".row-notes .note{max-width:none}\n"
".note .label{float:left;margin-left:-1.75rem;font-weight:600;color:var(--brand)}"
".note .label a{display:inline-block;min-width:1.5rem;padding:.25rem 0;margin:-.25rem 0}"
".back-link{margin-left:.35rem}\n"
".end-notes{border-top:1px solid var(--edge);max-width:var(--prose);margin-top:1.5rem;"
    "padding-top:.75rem}\n"
"figure{margin:1.5rem 0 2rem}"
"figcaption{font:var(--h4) var(--text-face);margin-bottom:.625rem}"
"figcaption .hint{margin:0;max-width:none}\n"
"figure img{max-width:100%;height:auto}"
".picture svg{display:block;width:100%;height:auto;overflow:hidden;"
    "font-family:var(--text-face);font-variant-numeric:tabular-nums}\n"
".picture svg+svg{margin-top:1rem}"
".picture .in-words{display:none}\n"
".cell-page{display:none}"
".exempt-words{color:var(--exempt);font-weight:600}"
".view-title{margin:1.5rem 0 .25rem}\n"
".recommendations>h2{margin-top:0}"
".draft-banner{border:2px dashed var(--bad);padding:.75rem 1rem}"
".draft-banner strong{color:var(--bad);text-transform:uppercase}\n"
"a.draft-mark{background:var(--halo);color:#000;font-weight:600;padding:0 .3em;"
    "border-radius:2px;margin-left:.2em}\n"
".band svg{width:1.42em!important}"
"svg{overflow:visible}\n"
"table.front-block th{width:11rem}\n"
".appendix,.appendix-plan{border-top:6px solid var(--brand);margin-top:4rem;padding-top:1.5rem}"
".appendix-title{margin-top:0}\n"
"@media screen and (prefers-color-scheme:dark){"
".exempt-box{background:var(--surface)}"
".cell-current{background:var(--surface)}}\n"
"@media (forced-colors:active){"
".callout,.exempt-box{border:1px solid}"
".cell-current{font-weight:600}}\n";

static const char wide_rules[] =
"@media screen and (min-width:56rem){"
"main.beside{grid-template-columns:15rem minmax(0,1fr);column-gap:3.5rem}\n"
"main.beside>*,.beside>header.cover>*{grid-column:2}"
".beside>header.cover>.cover-council{grid-column:1/-1}\n"
"nav.contents{grid-column:1;grid-row:1/span 99;position:sticky;top:1.5rem;align-self:start;"
    "max-height:calc(100vh - 3rem);overflow:auto;padding:8px}\n"
"header.cover~nav.contents{grid-row:2/span 99}\n"
"nav.contents summary{border:0;padding:0 0 .5rem;list-style:none}\n"
"nav.contents details::details-content{display:block;content-visibility:visible;height:auto}\n"
"nav.contents details>ol{border-left:2px solid var(--rule)}}\n";

static const char narrow_rules[] =
"@media (max-width:40rem){"
"main{padding:1.25rem 1rem 3rem}"
".cover-council{margin:-1.25rem 0 2.5rem}"
"p.numbered{padding-left:2.25rem}"
"p.numbered>.number{margin-left:-2.25rem}\n"
".pairs.cover-facts tbody{gap:.75rem 1.5rem}"
".pairs.cover-facts tr{min-width:6.5rem}"
"h1{font-size:1.875rem}"
"h2{font-size:1.375rem;margin-top:2.25rem}\n"
".picture svg{display:none}"
".picture .in-words{display:block;border-left:3px solid var(--edge);padding-left:.875rem}"
".in-words p{margin:0 0 .5rem}\n"
".lead{font-size:1.125rem}"
".form-title{font-size:1.25rem}"
".tail{min-width:0}"
".row-group .group-facts{float:none;display:block}\n"
"table.pairs,.pairs caption,.pairs tbody,.pairs tr,.pairs th,.pairs td{display:block;"
    "width:auto}\n"
".pairs tr{border-bottom:1px solid var(--rule);padding:.5rem 0}"
".pairs tr:last-child{border-bottom:0}\n"
".pairs tbody tr:nth-child(n)>*{border:0;padding:0}"
"table.pairs th,table.pairs td+th{width:auto}"
".pairs tbody tr:nth-child(n) td+th{padding-top:.5rem}"
"table.pairs th{color:var(--muted);font-size:.9375rem}}\n";

/* Rows as cards; $ is the class of the tables that become so. */
static const char card_rules[] =
"table$,$ caption,$ tbody,$ tr,$ th,$ td{display:block;width:auto}\n"
"$ thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;"
    "white-space:nowrap}\n"
"$ tbody tr{border:1px solid var(--edge);border-radius:4px;padding:.75rem .875rem;"
    "margin-bottom:.75rem}\n"
"$ tbody tr:nth-child(n)>*{border:0;padding:.125rem 0;text-align:left;background:none}\n"
"$ tbody td{white-space:normal}"
"$ tbody tr:nth-child(n)>td:empty{padding:0}"
"$ tbody td[data-l]{display:grid;grid-template-columns:6.25rem minmax(0,1fr);"
    "column-gap:.75rem}\n"
"$ tbody td[data-l]>*{grid-column:2}\n"
"$ tbody td[data-l]::before{content:attr(data-l);color:var(--muted);"
    "font:var(--label) var(--text-face);font-weight:400;grid-column:1}\n"
"$ tbody th[scope=row],$ tr[data-above]::before{display:block;font:var(--h4) var(--text-face);"
    "padding-bottom:.375rem}\n"
"$ tbody th[scope=row]>p~p{font:var(--table) var(--text-face)}\n"
"$ tr[data-above]::before{content:attr(data-above)}\n"
"$ tr.row-group{border:0;background:var(--tint);padding:.5rem .875rem;margin-top:1.25rem;"
    "border-radius:2px}\n"
"$ tr.explained{border-bottom:0;border-radius:4px 4px 0 0;margin-bottom:0}\n"
"$ tr.row-explanation{border-top:0;border-radius:0 0 4px 4px}\n"
"$ tr.row-notes{border:0;padding:0}\n";

/* Names of what is measured get their share beside many numbers. */
static const char broad_rules[] =
"@media screen and (min-width:40.01rem){"
".cards tr:has(td.n+td.n) th[scope=row],.broad tr:has(td.n+td.n) th[scope=row]{"
    "min-width:9.5rem}\n"
".wide tbody:not(:has(.explained)){display:grid;"
    "grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:0 1rem}"
".wide tr.row-group,.wide tr.row-notes{grid-column:1/-1}}\n";

static const char print_rules[] =
"@media print{"
".cover-council{margin:0 0 1.5rem;padding:0}"
".cover-council::after{display:none}"
"body{font-size:11pt;border:0}"
"main{display:block;padding:0;max-width:none}"
"nav.contents,.skip{display:none}\n"
"thead{display:table-header-group}"
"tr,figure,.form,.callout,.recommendations,.exempt-box{break-inside:avoid}\n"
"h1,h2,h3,h4,caption,thead,tr.row-group,tr.explained,.kicker,.form-title,.theme-facts,.lead"
    "{break-after:avoid}\n"
"tbody tr:last-child{break-before:avoid}"
"table:not(:has(tr:nth-child(7))){break-inside:avoid}\n"
"a{text-decoration-thickness:.5pt}\n"
"main a[href^=\"http\"]:not(.address)::after{content:\" (\" attr(href) \")\"}"
"@page{"
"size:A4;margin:22mm 20mm}}\n";

static void
put_cards(struct buffer *out, const char *medium, const char *class_name)
{
	buffer_string(out, medium);
	for (const char *s = card_rules; *s; s++)
		if (*s == '$')
			buffer_string(out, class_name);
		else
			buffer_byte(out, *s);
	buffer_string(out, "}\n");
}

void
put_sheet(struct html *html)
{
	put_tokens(&html->out, &html->style->look);
	buffer_string(&html->out, screen_rules);
	buffer_string(&html->out, broad_rules);
	buffer_string(&html->out, wide_rules);
	buffer_string(&html->out, narrow_rules);
	put_cards(&html->out, "@media (max-width:40rem){", ".cards");
	put_cards(&html->out, "@media screen and (max-width:70rem){", ".broad");
	put_cards(&html->out, "@media screen{", ".wide");	/* wider than any screen */
	buffer_string(&html->out, print_rules);
	put_own(&html->out, html->style->web_css);
}
