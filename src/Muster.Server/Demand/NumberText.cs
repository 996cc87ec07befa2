using System.Globalization;

namespace Muster.Server.Demand;

/// <summary>Numbers as spreadsheets of several countries write them: 1234.5, 1,234.5, 1.234,5, 1 234,5.</summary>
/// <param name="DecimalMark">Null when the file does not tell: "1.234" is ambiguous then.</param>
internal readonly record struct NumberText(char? DecimalMark)
{
    private const NumberStyles Plain =
        NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent;

    /// <summary>Finds out from cells which mark is the decimal one.</summary>
    /// <param name="separator">Files with commas between fields have full stops in numbers, unless they tell.</param>
    public static NumberText Learn(IEnumerable<string> cells, char separator)
    {
        char? told = null;
        foreach (var cell in cells)
        {
            var last = cell.AsSpan().LastIndexOfAny('.', ',');
            if (last >= 0 && double.IsFinite(Value(cell, cell[last])) && !IsGrouped(cell))
            {
                told = cell[last];
            }
        }

        return new NumberText(told ?? (separator == ',' ? '.' : null));
    }

    /// <returns>NaN when it is no number.</returns>
    public double Parse(string text)
    {
        if (!text.AsSpan().ContainsAny(".,"))
        {
            return Value(text, '.');
        }

        return DecimalMark is { } mark ? Value(text, mark)
            : IsGrouped(text) ? double.NaN : Value(text, text[text.AsSpan().LastIndexOfAny('.', ',')]);
    }

    /// <summary>It may be a thousand times another.</summary>
    public bool IsAmbiguous(string text) => DecimalMark is null && IsGrouped(text);

    /// <summary>One mark, three digits behind it and one to three before it.</summary>
    private static bool IsGrouped(string text)
    {
        var digits = text.AsSpan().TrimStart("+-");
        var mark = digits.IndexOfAny('.', ',');
        return mark is >= 1 and <= 3 && digits.Length - mark == 4 && digits[0] != '0'
            && !digits[(mark + 1)..].ContainsAnyExceptInRange('0', '9');
    }

    private static double Value(string text, char mark)
    {
        var isPlain = mark == '.' && !text.AsSpan().ContainsAny(", '\u00a0\u202f");
        var plain = isPlain ? text : Ungrouped(text, mark);
        return double.TryParse(plain, Plain, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
    }

    // Marks of thousands have three digits behind them each; else they are a mistake, and no number.
    private static string Ungrouped(string text, char mark)
    {
        var at = text.LastIndexOf(mark);
        var groups = (at < 0 ? text : text[..at]).Split(mark == '.' ? [',', ' ', '\'', '\u00a0', '\u202f']
            : ['.', ' ', '\'', '\u00a0', '\u202f']);
        return groups.Skip(1).Any(group => group.Length != 3)
            ? ""
            : string.Concat(groups) + (at < 0 ? "" : "." + text[(at + 1)..]);
    }
}
