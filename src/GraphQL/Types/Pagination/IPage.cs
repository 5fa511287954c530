namespace PersonalDataHub.GraphQL.Types.Pagination;

/// <summary>A page whose cursors are still to be written.</summary>
internal interface IPage
{
    IConnection ToConnection();
}
