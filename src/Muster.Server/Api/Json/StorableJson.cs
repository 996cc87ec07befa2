using System.Text.Json;

namespace Muster.Server.Api.Json;

/// <summary>
/// Tells whether JSON can be kept in PostgreSQL: no U+0000, no broken Unicode, no number beyond a double.
/// </summary>
public static class StorableJson
{
    public static bool Is(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => IsSound(value.GetString),
        JsonValueKind.Number => value.TryGetDouble(out var number) && double.IsFinite(number),
        JsonValueKind.Array => value.EnumerateArray().All(Is),
        JsonValueKind.Object => value.EnumerateObject()
            .All(property => IsSound(() => property.Name) && Is(property.Value)),
        _ => true,
    };

    private static bool IsSound(Func<string?> read)
    {
        try
        {
            return read()?.Contains('\0', StringComparison.Ordinal) != true;
        }
        catch (InvalidOperationException)
        {
            return false; // The reader's word for an unpaired surrogate.
        }
    }
}
