#include "core/run/html_page.h"

namespace paddock {

namespace {

// Colours are those of the studio; s0 to s7 tell drivers and policies apart (Okabe & Ito).
constexpr const char *kStyle = R"(
:root { color-scheme: light dark; --surface: #f6f7f9; --panel: #ffffff; --line: #d8dde5;
  --text: #1b2330; --muted: #5b6675; --accent: #1769d2; --s0: #0072b2; --s1: #d55e00; --s2: #009e73;
  --s3: #b87800; --s4: #b05a90; --s5: #2a86b8; --s6: #857a00; --s7: #5b6675; }
@media (prefers-color-scheme: dark) { :root { --surface: #15181e; --panel: #1c2027;
  --line: #343b47; --text: #e7eaf0; --muted: #98a2b3; --accent: #5aa9ff; --s0: #4aa3e0;
  --s1: #ee7733; --s2: #2fbf94; --s3: #e69f00; --s4: #dd8fbd; --s5: #7cc4f0; --s6: #f0e442;
  --s7: #98a2b3; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--surface); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 26px; line-height: 1.25; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 18px; margin: 40px 0 12px; padding-top: 16px; border-top: 1px solid var(--line); }
p { max-width: 78ch; margin: 8px 0; }
.below, figcaption { color: var(--muted); }
.scroll { overflow-x: auto; background: var(--panel); border: 1px solid var(--line);
  border-radius: 8px; margin: 12px 0; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; padding: 6px 12px; border-bottom: 1px solid var(--line);
  vertical-align: top; }
tr:last-child td { border-bottom: 0; }
th { color: var(--muted); font-weight: 600; white-space: nowrap; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.k { color: var(--muted); width: 16em; }
td.v { overflow-wrap: anywhere; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 460px), 1fr));
  gap: 16px; margin: 12px 0; }
figure { margin: 0; background: var(--panel); border: 1px solid var(--line); border-radius: 8px;
  padding: 12px; }
figcaption { font-size: 13px; margin-top: 4px; }
svg { width: 100%; height: auto; display: block; }
svg text { font: 12px system-ui, sans-serif; fill: var(--muted); }
svg .title { font-weight: 600; font-size: 13px; fill: var(--text); }
svg .grid { stroke: var(--line); }
svg .box { fill: none; stroke-width: 1.5; }
svg .curve { fill: none; stroke-width: 1.5; stroke-linejoin: round; }
svg .dot { stroke: none; fill-opacity: .6; }
svg .mean { stroke-width: 2; }
details { background: var(--panel); border: 1px solid var(--line); border-radius: 8px;
  margin: 12px 0; }
summary { cursor: pointer; padding: 8px 12px; }
pre { margin: 0; padding: 12px; overflow-x: auto; border-top: 1px solid var(--line);
  font: 12px/1.45 ui-monospace, monospace; }
@media print { body { background: none; } figure, .scroll { break-inside: avoid; } }
)";

std::string series() {
    std::string css;
    for (int i = 0; i < 8; ++i) {
        const std::string n = std::to_string(i);
        css +=
            ".s" + n + " { stroke: var(--s" + n + "); } .f" + n + " { fill: var(--s" + n + "); }\n";
    }
    return css;
}

std::string cell(const char *tag, const std::string &text, bool number) {
    return std::string("<") + tag + (number ? " class=\"n\">" : ">") + escapedHtml(text) + "</" +
           tag + ">";
}

} // namespace

std::string escapedHtml(const std::string &text) {
    std::string out;
    for (const char c : text) {
        const unsigned char byte = static_cast<unsigned char>(c);
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '\'')
            out += "&#39;";
        else if (byte >= 0x20 || c == '\n' || c == '\t')
            out += c;
        else
            out += ' '; // control characters are none of HTML
    }
    return out;
}

HtmlPage::HtmlPage(const std::string &title, const std::string &below) {
    const std::string safe = escapedHtml(title);
    m_head = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<title>" +
             safe + "</title>\n<style>" + kStyle + series() + "</style>\n</head>\n<body>\n<main>\n";
    m_body = "<h1>" + safe + "</h1>\n<p class=\"below\">" + escapedHtml(below) + "</p>\n";
}

void HtmlPage::heading(const std::string &text) {
    m_body += "<h2>" + escapedHtml(text) + "</h2>\n";
}

void HtmlPage::paragraph(const std::string &text) {
    m_body += "<p>" + escapedHtml(text) + "</p>\n";
}

void HtmlPage::table(const std::vector<std::string> &header,
                     const std::vector<std::vector<std::string>> &rows, std::size_t numbersFrom) {
    m_body += "<div class=\"scroll\"><table>\n<thead><tr>";
    for (std::size_t i = 0; i < header.size(); ++i)
        m_body += cell("th", header[i], i >= numbersFrom);
    m_body += "</tr></thead>\n<tbody>\n";
    for (const auto &row : rows) {
        m_body += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            m_body += cell("td", row[i], i >= numbersFrom);
        m_body += "</tr>\n";
    }
    m_body += "</tbody></table></div>\n";
}

void HtmlPage::facts(const std::vector<std::pair<std::string, std::string>> &rows) {
    m_body += "<div class=\"scroll\"><table><tbody>\n";
    for (const auto &[name, value] : rows)
        m_body += "<tr><td class=\"k\">" + escapedHtml(name) + "</td><td class=\"v\">" +
                  escapedHtml(value) + "</td></tr>\n";
    m_body += "</tbody></table></div>\n";
}

void HtmlPage::beginFigures() {
    m_body += "<div class=\"figures\">\n";
}

void HtmlPage::figure(const std::string &svg, const std::string &caption) {
    m_body += "<figure>" + svg;
    if (!caption.empty())
        m_body += "<figcaption>" + escapedHtml(caption) + "</figcaption>";
    m_body += "</figure>\n";
}

void HtmlPage::endFigures() {
    m_body += "</div>\n";
}

void HtmlPage::folded(const std::string &title, const std::string &text) {
    m_body += "<details><summary>" + escapedHtml(title) + "</summary><pre>" + escapedHtml(text) +
              "</pre></details>\n";
}

std::string HtmlPage::finished() const {
    return m_head + m_body + "</main>\n</body>\n</html>\n";
}

} // namespace paddock
