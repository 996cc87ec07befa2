namespace Muster.Server.Api.Organization;

/// <summary>Stands in the API's description for the fields of a new item: those of the item that are its own.</summary>
public sealed record NewItem<T>;
