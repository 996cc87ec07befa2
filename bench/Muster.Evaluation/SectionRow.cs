using System.Globalization;

namespace Muster.Evaluation;

/// <summary>A row of a file, with the line it stands on.</summary>
internal sealed record SectionRow(int Line, IReadOnlyList<string> Fields)
{
    public string Text(int field) => field < Fields.Count
        ? Fields[field].Trim()
        : throw Wrong($"has {Fields.Count} fields; field {field + 1} is missing.");

    /// <summary>0 or more; one of the published files says "-0".</summary>
    public int Number(int field) =>
        int.TryParse(Text(field), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= 0
            ? number
            : throw Wrong($"has '{Text(field)}' in field {field + 1}, which is no number.");

    /// <summary>From 0 to below a limit.</summary>
    public int Index(int field, int limit) => Number(field) is var number && number < limit
        ? number
        : throw Wrong($"has {number} in field {field + 1}; it must be below {limit}.");

    public FormatException Wrong(string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Line {Line} {what}"));
}
