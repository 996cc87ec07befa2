using System.Net;
using System.Text.Json;

namespace Muster.Server.Tests;

/// <summary>An answer of the API.</summary>
public sealed record TestAnswer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Body => JsonElement.Parse(Text);

    public string ETag => Headers["ETag"];

    public string Detail => Body.GetProperty("detail").GetString()!;

    /// <summary>The fields that a problem names.</summary>
    public IReadOnlyList<string> Fields =>
        [.. Body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()!)];

    public string At(params string[] path) =>
        path.Aggregate(Body, (element, name) => element.GetProperty(name)).ToString();

    public IReadOnlyList<JsonElement> Items => [.. Body.GetProperty("items").EnumerateArray()];

    public TestAnswer Is(HttpStatusCode status)
    {
        Assert.True(status == Status, $"{(int)Status} instead of {(int)status}: {Text}");
        return this;
    }
}
