using System.Globalization;

namespace Muster.Evaluation;

/// <summary>The form that both published families share: SECTION_ lines, comments, comma-separated rows.</summary>
internal sealed class SectionFile
{
    private const string Mark = "SECTION_";

    private readonly Dictionary<string, List<SectionRow>> _sections = [];

    private SectionFile()
    {
    }

    /// <exception cref="FormatException">A row before the first section.</exception>
    public static SectionFile Parse(IEnumerable<string> lines)
    {
        var file = new SectionFile();
        List<SectionRow>? section = null;
        foreach (var (index, line) in lines.Index())
        {
            var text = line.Trim();
            if (text.StartsWith(Mark, StringComparison.Ordinal))
            {
                file._sections[text] = section = [];
            }
            else if (text.Length > 0 && text[0] != '#')
            {
                var row = new SectionRow(index + 1, text.Split(','));
                (section ?? throw row.Wrong("stands before the first SECTION_ line.")).Add(row);
            }
        }

        return file;
    }

    /// <returns>Nothing when there is no such section.</returns>
    public IReadOnlyList<SectionRow> Rows(string section) => _sections.GetValueOrDefault(Mark + section) ?? [];

    /// <summary>The only number of a section.</summary>
    public int Number(string section)
    {
        var rows = Rows(section);
        return rows.Count == 1
            ? rows[0].Number(0)
            : throw new FormatException(string.Create(
                CultureInfo.InvariantCulture, $"{Mark}{section} has {rows.Count} rows instead of 1."));
    }
}
