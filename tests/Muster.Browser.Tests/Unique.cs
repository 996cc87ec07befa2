namespace Muster.Browser.Tests;

/// <summary>Names that no other test of the run uses, because they share a node.</summary>
public static class Unique
{
    private static int _last;

    public static string Name(string kind) => $"{kind}-{Interlocked.Increment(ref _last)}";
}
