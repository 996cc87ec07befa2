using System.Globalization;
using System.Text;

namespace Muster.Server.Directories;

/// <summary>The company's own name for an object: 1 to 200 visible characters.</summary>
public static class ExternalId
{
    public const int Longest = 200;

    /// <returns>Null when it is one, else what is wrong with it and the remedy.</returns>
    public static string? Fault(string text) =>
        text.Length is 0 or > Longest ? $"must have 1 to {Longest} characters."
        : text is "." or ".." ? "cannot stand in an address. Maybe put a letter before it."
        : !IsVisible(text) ? "must consist of visible characters. Maybe take spaces and line ends out."
        : null;

    private static bool IsVisible(string text)
    {
        var left = text.AsSpan();
        while (left.Length > 0)
        {
            if (Rune.DecodeFromUtf16(left, out var rune, out var length) != System.Buffers.OperationStatus.Done
                || Rune.IsWhiteSpace(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                    or UnicodeCategory.OtherNotAssigned)
            {
                return false;
            }

            left = left[length..];
        }

        return true;
    }
}
