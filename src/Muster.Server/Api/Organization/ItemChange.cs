namespace Muster.Server.Api.Organization;

/// <summary>Stands in the API's description for some fields of an item: what is left out stays as it is.</summary>
public sealed record ItemChange<T>;
