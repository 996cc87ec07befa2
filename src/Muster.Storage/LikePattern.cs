namespace Muster.Storage;

/// <summary>Patterns for ILIKE in which what a person typed stands for itself.</summary>
internal static class LikePattern
{
    public static string Containing(string text) =>
        "%"
        + text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal)
        + "%";
}
