using System.Net;
using System.Text.Json;

namespace Muster.Faults.Tests.Nodes;

/// <summary>An answer of a node.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, string? Cookie)
{
    public JsonElement Body => JsonElement.Parse(Text);

    public Answer Is(HttpStatusCode status)
    {
        Assert.True(status == Status, $"{(int)Status} instead of {(int)status}: {Text}");
        return this;
    }
}
