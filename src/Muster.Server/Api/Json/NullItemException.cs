using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Muster.Server.Api.Json;

/// <summary>
/// A list has a null in it. The serializer refuses null properties by itself, not null items; no request has a list in
/// which null means anything.
/// </summary>
/// <param name="place">Of the null, from 0.</param>
internal sealed class NullItemException(int place) : JsonException("must not be null.")
{
    public int Place => place;

    /// <summary>Makes every list of objects or texts refuse null, when it is read.</summary>
    public static void Refuse(JsonTypeInfo type)
    {
        if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { IsValueType: false } })
        {
            type.OnDeserialized = Check;
        }
    }

    private static void Check(object list)
    {
        var place = 0;
        foreach (var item in (IEnumerable)list)
        {
            if (item is null)
            {
                throw new NullItemException(place);
            }

            place++;
        }
    }
}
