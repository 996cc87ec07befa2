namespace Muster.Faults.Tests.Nodes;

/// <summary>What a test tells besides its verdict: times, and what the nodes said.</summary>
internal static class Told
{
    public static void Say(string text) => TestContext.Current.TestOutputHelper?.WriteLine(text);

    public static void Took(string what, TimeSpan took) => Say($"took {took.TotalSeconds:0.000} s: {what}");
}
