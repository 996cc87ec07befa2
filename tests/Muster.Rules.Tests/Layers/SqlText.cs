using System.Text.RegularExpressions;

namespace Muster.Rules.Tests.Layers;

/// <summary>
/// Tells SQL from prose by how a text begins. Upper-case key words count at once; lower-case ones need their partner.
/// </summary>
internal static partial class SqlText
{
    public static bool LooksLikeSql(string text)
    {
        var start = Comments().Replace(text, "");
        return UpperCase().IsMatch(start) || LowerCase().IsMatch(start);
    }

    [GeneratedRegex(@"^(\s|--[^\n]*(\n|$)|/\*.*?\*/)+", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex("""
        ^(SELECT|INSERT\s+INTO|UPDATE\s+[\w."]+(\s+(AS\s+)?\w+)?\s+SET|DELETE\s+FROM|MERGE\s+INTO|TRUNCATE|VALUES\s*\(
        |WITH\s+(RECURSIVE\s+)?\w+\s*(\([^)]*\)\s*)?AS|COPY\s+[\w."(]|LISTEN\s|NOTIFY\s|UNLISTEN\s|VACUUM|ANALYZE\s
        |(CREATE|ALTER|DROP)\s+(OR\s+REPLACE\s+)?(UNIQUE\s+)?
          (TABLE|INDEX|VIEW|DATABASE|SCHEMA|ROLE|USER|TYPE|FUNCTION|SEQUENCE|EXTENSION|TRIGGER|PUBLICATION)\s
        |(GRANT|REVOKE)\s|LOCK\s+TABLE|BEGIN\b(?!:)|COMMIT\b|ROLLBACK\b|SET\s+(LOCAL|SESSION|ROLE)\b|CALL\s+\w|DO\s+\$)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex UpperCase();

    [GeneratedRegex("""
        ^(select\s+(\*|[\w.,()\s]+?)\s+from\s+(?!the\b|an?\b|its\b|this\b)\w|insert\s+into\s+\w+\s*(\(|values|select)
        |update\s+\w+\s+set\s+\w+\s*=|delete\s+from\s+\w+(\s+where\b|;|$)|(create|drop|alter|truncate)\s+table\s+\w)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex LowerCase();
}
