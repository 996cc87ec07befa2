using System.Globalization;

namespace Muster.Storage.Migrations;

/// <summary>The migrations embedded in this program, in order, numbered from 1 without a gap.</summary>
public static class MigrationList
{
    public static IReadOnlyList<Migration> All { get; } = Load();

    private static IReadOnlyList<Migration> Load()
    {
        var assembly = typeof(MigrationList).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                var number = int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture);
                return new Migration(number, name[5..^4], reader.ReadToEnd());
            })];
    }
}
