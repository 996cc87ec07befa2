using System.Text;
using System.Text.Json.Nodes;

namespace Muster.Server.Sources;

/// <summary>
/// Attributes in the order in which PostgreSQL keeps them, shorter names first: what was kept and what is read again
/// are compared as texts, and must not differ by the order of columns.
/// </summary>
internal static class AttributeOrder
{
    public static JsonObject Sort(IEnumerable<(string Name, JsonNode? Value)> members)
    {
        var sorted = new JsonObject();
        foreach (var (name, value) in members
            .OrderBy(member => Encoding.UTF8.GetByteCount(member.Name))
            .ThenBy(member => member.Name, Comparer<string>.Create(Compare)))
        {
            sorted.Add(name, Sort(value));
        }

        return sorted;
    }

    private static JsonNode? Sort(JsonNode? node) => node switch
    {
        JsonObject map => Sort(map.Select(pair => (pair.Key, pair.Value))),
        JsonArray list => new JsonArray([.. list.Select(Sort)]),
        _ => node?.DeepClone(),
    };

    private static int Compare(string? one, string? other) =>
        Encoding.UTF8.GetBytes(one ?? "").AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other ?? ""));
}
