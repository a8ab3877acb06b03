// A page of HTML that needs nothing but itself: no scripts, no files from elsewhere, light or dark
// as the reader's system.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace paddock {

// `text` as it is to be read: nothing in it means anything to a browser.
std::string escapedHtml(const std::string &text);

class HtmlPage {
  public:
    HtmlPage(const std::string &title, const std::string &below);

    void heading(const std::string &text);
    void paragraph(const std::string &text);
    // Cells are plain text. Columns from `numbersFrom` on hold numbers and stand to the right.
    void table(const std::vector<std::string> &header,
               const std::vector<std::vector<std::string>> &rows, std::size_t numbersFrom);
    // Names and what belongs to them.
    void facts(const std::vector<std::pair<std::string, std::string>> &rows);
    void beginFigures(); // side by side where there is room
    void figure(const std::string &svg, const std::string &caption); // `svg` is taken as it is
    void endFigures();
    // Long text that is folded until somebody wants it.
    void folded(const std::string &title, const std::string &text);

    std::string finished() const; // the whole file

  private:
    std::string m_head;
    std::string m_body;
};

} // namespace paddock
