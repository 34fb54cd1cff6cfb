<?php
// `„TITLE“ weiterlesen`
function laterne_more(): string {
    return '<span class="screen-reader-text">&bdquo;' . get_the_title() . '&ldquo; </span>weiterlesen';
}
